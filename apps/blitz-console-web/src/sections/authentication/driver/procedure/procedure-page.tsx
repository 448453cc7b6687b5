import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../../../client/admin-api.ts';
import { versioned, type Versioned } from '../../../../client/answer.ts';
import { useDraftForm } from '../../../../ui/forms/use-draft-form.ts';
import { Page } from '../../../../ui/page/page.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { driverPath, useProcedure, type Procedure } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import { ProcedureFields, type ProcedureValues } from './procedure-fields.tsx';

/** One procedure: what it is, and what becomes of it when it is tried. */
export function ProcedurePage() {
  const words = useDriverWords();
  const { key = '' } = useParams();
  const query = useProcedure(key);
  const path = [{ title: words.authentication, to: '/authentication' }, { title: words.method, to: '/authentication/second/flashCall' }, { title: words.title, to: driverPath }];
  const versions = <Button component={Link} variant="default" to={`${driverPath}/${key}/versions`}>{words.procedure.versions}</Button>;
  return (
    <Page title={query.data?.body.name ?? key} path={path} actions={versions} {...(query.data === undefined ? {} : { lead: `${key} · ${words.procedure.version(query.data.body.version)}` })}>
      <QueryView query={query} own={words.problems}>{(saved) => <ProcedureForm key={key} saved={saved} />}</QueryView>
    </Page>
  );
}

const valuesOf = ({ key, name, hosts, source }: Procedure) => ({ key, name, hosts, source });

function ProcedureForm({ saved: { body, etag } }: { readonly saved: Versioned<Procedure> }) {
  const words = useDriverWords();
  const queryClient = useQueryClient();
  const query = useProcedure(body.key);
  const form = useDraftForm<ProcedureValues>({
    name: 'procedure', saved: valuesOf(body), etag,
    labels: { key: words.procedure.key, name: words.procedure.name, hosts: words.procedure.hosts, source: words.procedure.source },
    save: async ({ key, name, hosts, source }, saving) => {
      const after = await versioned(api.PUT('/blitz/admin/api/v1/procedures/{key}', { params: { path: { key }, header: { 'If-Match': saving.etag } }, body: { name, source, hosts: [...hosts] } }));
      queryClient.setQueryData(['driver', 'procedures', key], after);
      void queryClient.invalidateQueries({ queryKey: ['driver', 'procedures'], exact: true });
      void queryClient.invalidateQueries({ queryKey: ['driver', 'secrets'] });
    },
    read: (current) => valuesOf(current as Procedure),
    reload: () => query.refetch(),
    problems: words.problems,
    rules: words.rules,
  });
  return <ProcedureFields form={form} />;
}
