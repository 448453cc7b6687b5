import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { answer } from '../../client/answer.ts';
import { api } from '../../client/admin-api.ts';
import { fieldId } from '../../ui/forms/bind-fields.ts';
import { FormFrame } from '../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../ui/forms/use-draft-form.ts';
import { Page } from '../../ui/page/page.tsx';
import { Panel } from '../../ui/page/panel.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { Status } from '../../ui/states/status.tsx';
import { keys, useCandidate, type Candidate, type Role } from './administrators-data.ts';
import { RoleChoice } from './role-choice.tsx';
import { FactorHint, FactorStatus } from './second-factor.tsx';
import { useAdministratorsWords } from './words.ts';

/** Makes an account an administrator: who it is stands in the address, so that a login in between loses nothing. */
export function AppointPage() {
  const words = useAdministratorsWords();
  const [search, setSearch] = useSearchParams();
  const login = search.get('login') ?? '';
  const query = useCandidate(login);
  return (
    <Page title={words.add} path={[{ title: words.title, to: '/administrators' }]}>
      <Panel><FindForm key={login} login={login} find={(typed) => setSearch({ login: typed })} /></Panel>
      {login !== '' && (
        <QueryView query={query} lines={3}>
          {(found) => (found === null ? <EmptyState title={words.form.notFound.title}>{words.form.notFound.text}</EmptyState> : <Found candidate={found} />)}
        </QueryView>
      )}
    </Page>
  );
}

function FindForm({ login, find }: { readonly login: string; readonly find: (login: string) => void }) {
  const words = useAdministratorsWords();
  const [typed, setTyped] = useState(login);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') find(typed.trim());
  };
  return (
    <form role="search" onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput label={words.form.find} description={words.form.findHint} value={typed} maxLength={254} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} flex="1 1 16rem" />
        <Button type="submit" variant="default">{words.form.findAction}</Button>
      </Group>
    </form>
  );
}

function Found({ candidate }: { readonly candidate: Candidate }) {
  const words = useAdministratorsWords();
  const { sub, name, login, locked, second_factor: factor, is_administrator: already } = candidate;
  return (
    <Panel title={name ?? login}>
      <Stack gap="xs" align="flex-start">
        <Group gap="xs">
          <Text c="dimmed">{login}</Text>
          <FactorStatus factor={factor} />
          {locked && <Status kind="bad">{words.locked}</Status>}
        </Group>
        <FactorHint factor={factor} />
      </Stack>
      {already ? <Alert color="gray" role="note">{words.form.already} <Anchor component={Link} to={`/administrators/${sub}`}>{words.form.change}</Anchor></Alert> : <AppointForm key={sub} sub={sub} />}
    </Panel>
  );
}

function AppointForm({ sub }: { readonly sub: string }) {
  const words = useAdministratorsWords();
  const [queries, navigate] = [useQueryClient(), useNavigate()];
  const form = useDraftForm<{ roles: Role[] }>({
    name: `appoint-${sub}`,
    saved: { roles: [] },
    labels: { roles: words.form.roles },
    save: async ({ roles }, { idempotencyKey }) => {
      await answer(api.POST('/blitz/admin/api/v1/administrators', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: { sub, roles } }));
      await queries.invalidateQueries({ queryKey: keys.all });
    },
    problems: words.problems,
  });
  return (
    <FormFrame form={form} submit={words.form.appoint} saved={words.form.appointed} done={() => void navigate('/administrators')}>
      <RoleChoice id={fieldId(form.id, 'roles')} value={form.values.roles} error={form.errorOf('roles')} change={(roles) => form.set('roles', roles)} />
    </FormFrame>
  );
}
