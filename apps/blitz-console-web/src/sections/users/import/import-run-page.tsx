import { Alert, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../../client/problem.ts';
import { NotFound } from '../../../shell/not-found.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { LongWork } from '../../../ui/values/long-work.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { useLanguage } from '../../../words/language-context.tsx';
import { useUsersWords } from '../words.ts';
import { ImportStatus } from './import-status.tsx';
import { importQuery } from './imports-queries.ts';
import type { AccountImport } from './send-file.ts';

/** How one import goes, or went. Whoever leaves finds it again at this address. */
export function ImportRunPage() {
  const words = useUsersWords();
  const { id = '' } = useParams();
  const query = useQuery(importQuery(id));
  const queryClient = useQueryClient();
  const state = query.data?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'running') void queryClient.invalidateQueries({ queryKey: ['users', 'list'] });
  }, [state, queryClient]);
  if (query.error !== null && [404, 422].includes(problemOf(query.error).status)) return <NotFound />;
  return (
    <Page
      title={words.imports.one}
      path={[{ title: words.title, to: '/users' }, { title: words.imports.title, to: '/users/import' }]}
      actions={query.data === undefined ? undefined : <ImportStatus told={query.data} />}
    >
      <QueryView query={query} own={words.problems}>{(told) => <Told told={told} />}</QueryView>
    </Page>
  );
}

function Told({ told }: { readonly told: AccountImport }) {
  const { imports } = useUsersWords();
  const { state, phase, line, bytes, bytes_read: read } = told;
  return (
    <>
      {state === 'running' && <Panel><LongWork title={imports.phases[phase]} share={shareOf(phase, bytes, read)} said={imports.line(line)} /></Panel>}
      {state !== 'running' && <Ended told={told} />}
      <Panel><Counts told={told} /></Panel>
      <Group>
        {state !== 'running' && <Button component={Link} to="/users/import" variant="default">{told.dry_run && state === 'done' ? imports.forReal : imports.again}</Button>}
        <Button component={Link} to="/users" variant="subtle">{imports.toUsers}</Button>
      </Group>
    </>
  );
}

/** Before all of it is read; 1 would say that it is done. */
function shareOf(phase: AccountImport['phase'], bytes: number, read: number): number | undefined {
  return phase === 'receiving' || bytes === 0 ? undefined : Math.min(0.99, read / bytes);
}

function Ended({ told }: { readonly told: AccountImport }) {
  const { imports } = useUsersWords();
  const { id, state, because, dry_run: dryRun, faulty, skipped, warnings, remarks_left_out: leftOut, ended_at: at } = told;
  if (state === 'running') return null;
  const colour = { done: 'green', refused: 'red', failed: 'red', broken_off: 'yellow' }[state];
  const hasReport = faulty + skipped + warnings > 0 || because === 'columns_wrong';
  return (
    <Alert color={colour} variant="light" role="status">
      <Text>{state === 'done' && dryRun ? imports.results.tried : imports.results[state]} {because === null ? '' : (imports.because[because] ?? '')}</Text>
      {leftOut > 0 && <Text size="sm">{imports.leftOut(leftOut)}</Text>}
      <Group mt="sm">
        {hasReport
          ? <Button component="a" href={`/blitz/admin/api/v1/users/imports/${id}/report`} download variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>{imports.report}</Button>
          : <Text size="sm">{imports.noReport}</Text>}
        <Text size="sm"><Moment at={at} exact /></Text>
      </Group>
    </Alert>
  );
}

function Counts({ told }: { readonly told: AccountImport }) {
  const { imports: { counts } } = useUsersWords();
  const { language } = useLanguage();
  const shown = [
    [counts.read, told.read],
    [told.dry_run ? counts.wouldCreate : counts.created, told.created],
    [told.dry_run ? counts.wouldUpdate : counts.updated, told.updated],
    [counts.skipped, told.skipped],
    [counts.faulty, told.faulty],
    [counts.warnings, told.warnings],
  ] as const;
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 3, md: 6 }} m={0}>
      {shown.map(([title, count]) => (
        <div key={title}>
          <Text component="dt" size="sm" c="dimmed">{title}</Text>
          <Text component="dd" m={0} size="xl" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>{count.toLocaleString(language)}</Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
