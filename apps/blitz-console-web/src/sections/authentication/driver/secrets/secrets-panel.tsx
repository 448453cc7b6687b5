import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../client/admin-api.ts';
import { answer } from '../../../../client/answer.ts';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { Status } from '../../../../ui/states/status.tsx';
import { DataTable } from '../../../../ui/table/data-table.tsx';
import { Moment } from '../../../../ui/values/moment.tsx';
import { useSecrets, type Secret } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import { SetSecretDialog } from './set-secret-dialog.tsx';

type Opened = { readonly deed: 'set'; readonly name: string; readonly hosts: readonly string[] } | { readonly deed: 'delete'; readonly name: string };

/** The secrets of all procedures: who needs them, where they may go, and never what they are. */
export function SecretsPanel() {
  const words = useDriverWords();
  const query = useSecrets();
  const queryClient = useQueryClient();
  const [opened, open] = useState<Opened>();
  const remove = async (name: string): Promise<void> => {
    await answer(api.DELETE('/blitz/admin/api/v1/secrets/{name}', { params: { path: { name } } }));
    await queryClient.invalidateQueries({ queryKey: ['driver'] });
  };
  const close = (): void => open(undefined);
  const add = <Button variant="default" onClick={() => open({ deed: 'set', name: '', hosts: [] })}>{words.secrets.add}</Button>;
  return (
    <Panel title={words.secrets.title} lead={words.secrets.lead} actions={add}>
      <QueryView query={query}>{({ items }) => (items.length === 0 ? <Text c="dimmed">{words.secrets.none}</Text> : <SecretsTable secrets={items} open={open} />)}</QueryView>
      {opened?.deed === 'set' && <SetSecretDialog name={opened.name} hosts={opened.hosts} close={close} />}
      {opened?.deed === 'delete' && (
        <ConfirmDialog title={words.secrets.deleteOf(opened.name)} action={words.secrets.delete} dangerous confirm={() => remove(opened.name)} close={close} problems={words.problems}>{words.secrets.deleteText}</ConfirmDialog>
      )}
    </Panel>
  );
}

function SecretsTable({ secrets, open }: { readonly secrets: readonly Secret[]; readonly open: (opened: Opened) => void }) {
  const words = useDriverWords().secrets;
  return (
    <DataTable
      caption={words.title} rows={secrets} rowKey={({ name }) => name}
      columns={[
        { key: 'name', title: words.name, heading: true, cell: ({ name }) => name },
        { key: 'hosts', title: words.hosts, cell: ({ hosts }) => hosts.join(', ') },
        { key: 'users', title: words.usedBy, cell: (secret) => <Users secret={secret} /> },
        { key: 'given', title: words.given, cell: ({ at, author }) => <><Moment at={at} /> · {author.name ?? author.id}</> },
        {
          key: 'actions', title: words.actions, actions: true,
          cell: ({ name, hosts, used_by: users }) => (
            <Group gap="xs" wrap="nowrap">
              <Button size="xs" variant="default" aria-label={words.replaceOf(name)} onClick={() => open({ deed: 'set', name, hosts })}>{words.replace}</Button>
              {users.length === 0 && <Button size="xs" variant="subtle" color="red" aria-label={words.deleteOf(name)} onClick={() => open({ deed: 'delete', name })}>{words.delete}</Button>}
            </Group>
          ),
        },
      ]}
    />
  );
}

function Users({ secret }: { readonly secret: Secret }) {
  const words = useDriverWords().secrets;
  if (secret.used_by.length === 0) return <Text span size="sm" c="dimmed">{words.nobody}</Text>;
  return <>{secret.used_by.join(', ')} {secret.refused_to.length > 0 && <Status kind="bad">{words.refused}: {secret.refused_to.join(', ')}</Status>}</>;
}
