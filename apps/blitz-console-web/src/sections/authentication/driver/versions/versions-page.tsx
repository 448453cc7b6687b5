import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '../../../../client/admin-api.ts';
import { answer, versioned } from '../../../../client/answer.ts';
import { usePages } from '../../../../client/use-pages.ts';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { Loading } from '../../../../ui/states/loading.tsx';
import { QueryError } from '../../../../ui/states/query-error.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { Status } from '../../../../ui/states/status.tsx';
import { toast } from '../../../../ui/toast.ts';
import { Moment } from '../../../../ui/values/moment.tsx';
import { useWords } from '../../../../words/use-words.ts';
import { driverPath, useProcedure, type Procedure } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import classes from './versions.module.css';

const Difference = lazy(async () => ({ default: (await import('../editor/difference.tsx')).Difference }));
const root = '/blitz/admin/api/v1/procedures/{key}/versions';

/** What a procedure was before, beside what it is; which version is looked at stands in the address. */
export function VersionsPage() {
  const words = useDriverWords();
  const { key = '' } = useParams();
  const [search] = useSearchParams();
  const query = useProcedure(key);
  const wanted = search.get('version');
  const name = query.data?.body.name ?? key;
  const path = [{ title: words.authentication, to: '/authentication' }, { title: words.title, to: driverPath }, { title: name, to: `${driverPath}/${key}` }];
  return (
    <Page title={`${words.versions.title}: ${name}`} lead={words.versions.lead} path={path}>
      <QueryView query={query} own={words.problems}>
        {({ body, etag }) => (
          <>
            <VersionList procedure={body} chosen={wanted} />
            {wanted !== null && <Comparison key={wanted} now={body} etag={etag} version={wanted} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function VersionList({ procedure: { key, version: now }, chosen }: { readonly procedure: Procedure; readonly chosen: string | null }) {
  const [words, general] = [useDriverWords().versions, useWords()];
  const pages = usePages(['driver', 'versions', key, now], (cursor, signal) =>
    answer(api.GET(root, { params: { path: { key }, query: cursor === undefined ? {} : { cursor } }, signal })));
  return (
    <Panel title={words.list} lead={words.choose}>
      {pages.loading && <Loading />}
      {pages.error !== null && <QueryError error={pages.error} again={pages.again} />}
      <ol className={classes['list']}>
        {pages.items.map(({ version, author, at }) => (
          <li key={version}>
            <UnstyledButton component={Link} to={`?version=${String(version)}`} className={classes['version'] ?? ''} aria-current={String(version) === chosen ? 'true' : undefined}>
              <Group gap="xs">
                <Text span fw={600}>{version}</Text> <Moment at={at} exact /> <Text span c="dimmed">{words.by(author.name ?? author.id)}</Text>
                {version === now && <Status kind="good">{words.now}</Status>}
              </Group>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {pages.hasMore && <Group><Button variant="default" loading={pages.loadingMore} onClick={pages.more}>{general.table.more}</Button></Group>}
    </Panel>
  );
}

function Comparison({ now, etag, version }: { readonly now: Procedure; readonly etag: string; readonly version: string }) {
  const words = useDriverWords();
  const queryClient = useQueryClient();
  const [asking, ask] = useState(false);
  const path = { key: now.key, version };
  const query = useQuery({ queryKey: ['driver', 'versions', now.key, 'one', version], staleTime: Infinity, queryFn: ({ signal }) => answer(api.GET(`${root}/{version}`, { params: { path }, signal })) });
  const restore = async (): Promise<void> => {
    const after = await versioned(api.POST(`${root}/{version}/restore`, { params: { path, header: { 'If-Match': etag } } }));
    queryClient.setQueryData(['driver', 'procedures', now.key], after);
    void queryClient.invalidateQueries({ queryKey: ['driver', 'procedures'], exact: true });
    toast.good(words.versions.restored);
  };
  return (
    <QueryView query={query} own={words.problems}>
      {(before) => (before.version === now.version ? <Text c="dimmed">{words.versions.same}</Text> : (
        <Panel title={words.versions.compare(before.version, now.version)} actions={<Button onClick={() => ask(true)}>{words.versions.restore(before.version)}</Button>}>
          <Stack gap={4}><Text size="sm">{words.versions.hosts}: {before.hosts.join(', ')} → {now.hosts.join(', ')}</Text></Stack>
          <Suspense fallback={<Loading />}><Difference before={before.source} after={now.source} label={words.versions.compare(before.version, now.version)} /></Suspense>
          {asking && <ConfirmDialog title={words.versions.restore(before.version)} action={words.versions.restore(before.version)} confirm={restore} close={() => ask(false)} problems={words.problems}>{words.versions.restoreText}</ConfirmDialog>}
        </Panel>
      ))}
    </QueryView>
  );
}
