import { Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettings } from '../../../settings/settings-data.ts';
import { Panel } from '../../../ui/page/panel.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loading } from '../../../ui/states/loading.tsx';
import { QueryError } from '../../../ui/states/query-error.tsx';
import { Status } from '../../../ui/states/status.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { useWords } from '../../../words/use-words.ts';
import { AuthorName } from '../author-name.tsx';
import { useVersions, type SettingsVersion } from '../configuration-data.ts';
import { ConfigurationPage } from '../configuration-page.tsx';
import { DifferenceTable } from '../preview/difference-table.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useConfigurationWords } from '../words.ts';

/** Every version of what was saved: who, when, from where, what, and the way back. */
export function HistoryPage() {
  const words = useConfigurationWords();
  const ui = useWords();
  const versions = useVersions();
  const settings = useSettings();
  const [back, setBack] = useState<number>();
  const latest = settings.data?.body.version;
  return (
    <ConfigurationPage title={words.tabs.history} lead={words.history.lead}>
      {versions.loading && <Loading lines={6} />}
      {versions.error !== null && <QueryError error={versions.error} again={versions.again} />}
      {!versions.loading && versions.error === null && versions.items.length === 0 && <EmptyState icon={<IconHistory />} title={words.history.none}>{words.history.noneText}</EmptyState>}
      <Stack gap="md">
        {versions.items.map((each) => <Version key={each.version} version={each} latest={latest} restore={() => setBack(each.version)} />)}
      </Stack>
      {versions.items.length > 0 && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">{words.history.shown(versions.items.length, versions.hasMore)}</Text>
          <Group gap="sm">
            {!versions.hasMore && <Button variant="default" onClick={() => setBack(0)}>{words.history.toFile}</Button>}
            {versions.hasMore && <Button variant="default" onClick={versions.more} loading={versions.loadingMore}>{ui.table.more}</Button>}
          </Group>
        </Group>
      )}
      {back !== undefined && settings.data !== undefined && <RestoreDialog version={back} etag={settings.data.etag} close={() => setBack(undefined)} />}
    </ConfigurationPage>
  );
}

function Version({ version, latest, restore }: { readonly version: SettingsVersion; readonly latest: number | undefined; readonly restore: () => void }) {
  const words = useConfigurationWords();
  const { version: number, author, at, address, browser, differences } = version;
  const current = number === latest;
  const actions = current ? <Status kind="good">{words.history.current}</Status> : <Button size="xs" variant="default" onClick={restore} aria-label={`${words.history.restore}: ${words.history.version(number)}`}>{words.history.restore}</Button>;
  return (
    <Panel title={words.history.version(number)} actions={actions} lead={<><AuthorName author={author} />, <Moment at={at} exact />. {words.history.from(address)}</>}>
      {differences.length === 0 ? <Text size="sm" c="dimmed">{words.history.same}</Text> : <DifferenceTable caption={words.history.caption(number)} differences={differences} />}
      {browser !== '' && <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{browser}</Text>}
    </Panel>
  );
}
