import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answer, type Versioned } from '../../client/answer.ts';
import { api } from '../../client/admin-api.ts';
import { useMay, useSession } from '../../session/session-context.ts';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { toast } from '../../ui/toast.ts';
import { Moment } from '../../ui/values/moment.tsx';
import { keys, useAdministrator, useIsLastRoot, useRoles, type Administrator } from './administrators-data.ts';
import { useMayGiveRoot } from './role-choice.tsx';
import { RolesForm } from './roles-form.tsx';
import { FactorHint, FactorStatus } from './second-factor.tsx';
import { useAdministratorsWords } from './words.ts';

/** One administrator: roles, second factor, and the way out. */
export function AdministratorPage() {
  const words = useAdministratorsWords();
  const { sub = '' } = useParams();
  const query = useAdministrator(sub);
  const found = query.data?.body;
  return (
    <Page title={found?.name ?? found?.login ?? words.title} path={[{ title: words.title, to: '/administrators' }]} {...(found === undefined ? {} : { lead: found.login })}>
      <QueryView query={query} own={words.problems}>{(administrator) => <Card administrator={administrator} reload={() => query.refetch()} />}</QueryView>
    </Page>
  );
}

function Card({ administrator, reload }: { readonly administrator: Versioned<Administrator>; readonly reload: () => Promise<unknown> }) {
  const words = useAdministratorsWords();
  const { body } = administrator;
  const may = useMay();
  const fixed = useWhyFixed(body);
  return (
    <Stack gap="lg">
      {fixed !== undefined && <Alert color="gray" role="note">{fixed}</Alert>}
      <Panel><RolesForm administrator={administrator} reload={reload} disabled={fixed !== undefined} /></Panel>
      <Panel title={words.card.factorTitle}>
        <Stack gap="xs" align="flex-start">
          <FactorStatus factor={body.second_factor} />
          <FactorHint factor={body.second_factor} />
          {may('w_user') && <Anchor component={Link} to={`/users/${body.sub}`} size="sm">{words.account}</Anchor>}
        </Stack>
      </Panel>
      <Panel title={words.card.dismissTitle} lead={words.card.dismissText}>
        <Text size="sm" c="dimmed">{words.card.since} <Moment at={body.appointed_at} exact /></Text>
        <Dismiss administrator={administrator} disabled={fixed !== undefined} />
      </Panel>
    </Stack>
  );
}

/** Why this administrator's roles can't be changed by this person; undefined when they can. */
function useWhyFixed(administrator: Administrator): string | undefined {
  const { card } = useAdministratorsWords();
  const { person } = useSession();
  const isLast = useIsLastRoot(administrator);
  const mayGiveRoot = useMayGiveRoot(useRoles().data ?? []);
  if (isLast) return card.lastRoot;
  if (person.sub === administrator.sub) return card.ownRoles;
  return administrator.roles.includes('root') && !mayGiveRoot ? card.rootNeeded : undefined;
}

function Dismiss({ administrator: { body, etag }, disabled }: { readonly administrator: Versioned<Administrator>; readonly disabled: boolean }) {
  const words = useAdministratorsWords();
  const [asking, setAsking] = useState(false);
  const [queries, navigate] = [useQueryClient(), useNavigate()];
  const dismiss = async (): Promise<void> => {
    await answer(api.DELETE('/blitz/admin/api/v1/administrators/{sub}', { params: { path: { sub: body.sub }, header: { 'If-Match': etag } } }));
    toast.good(words.card.dismissed);
    await navigate('/administrators');
    queries.removeQueries({ queryKey: ['administrators', 'one', body.sub] });
    await queries.invalidateQueries({ queryKey: keys.all });
  };
  return (
    <div>
      <Button color="red.8" variant="default" disabled={disabled} onClick={() => setAsking(true)}>{words.card.dismiss}</Button>
      {asking && (
        <ConfirmDialog title={words.card.dismissQuestion(body.name ?? body.login)} action={words.card.dismiss} dangerous confirm={dismiss} close={() => setAsking(false)} problems={words.problems}>
          {words.card.dismissText}
        </ConfirmDialog>
      )}
    </div>
  );
}
