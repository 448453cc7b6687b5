import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { versioned } from '../../../client/answer.ts';
import { useDefinitions, useSettings, useSettingsChanged } from '../../../settings/settings-data.ts';
import { useShownValue } from '../../../settings/values/shown-value.tsx';
import { useSettingsWords } from '../../../settings/words.ts';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { DataTable, type Column } from '../../../ui/table/data-table.tsx';
import { toast } from '../../../ui/toast.ts';
import { Moment } from '../../../ui/values/moment.tsx';
import { useLanguage } from '../../../words/language-context.tsx';
import { AuthorName } from '../author-name.tsx';
import { useComparison, useConfFile, type Comparison } from '../configuration-data.ts';
import { ConfigurationPage } from '../configuration-page.tsx';
import { SettingName } from '../setting-name.tsx';
import { useConfigurationWords } from '../words.ts';

/** Key by key: what blitz.conf says, what is saved over it, and by whom. */
export function DifferencesPage() {
  const words = useConfigurationWords();
  const comparison = useComparison();
  return (
    <ConfigurationPage title={words.tabs.differences} lead={words.differences.lead}>
      <FileRemarks />
      <QueryView query={comparison}>
        {({ entries, ignored, version }) => (
          <Stack gap="lg">
            {ignored.length > 0 && (
              <Alert color="yellow" title={words.differences.ignored} icon={<IconAlertTriangle aria-hidden="true" />}>
                <List size="sm">{ignored.map(({ key }) => <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>{key}</List.Item>)}</List>
              </Alert>
            )}
            {entries.length === 0 ? <NothingSaved /> : <Panel><Comparisons entries={entries} version={version} /></Panel>}
          </Stack>
        )}
      </QueryView>
    </ConfigurationPage>
  );
}

function NothingSaved() {
  const words = useConfigurationWords().differences;
  return (
    <EmptyState icon={<IconCircleCheck />} title={words.none} action={<Button component={Link} to="/authentication" variant="default">{words.toSettings}</Button>}>
      {words.noneText}
    </EmptyState>
  );
}

function FileRemarks() {
  const words = useConfigurationWords().file;
  const file = useConfFile();
  if (file.data === undefined || file.data.warnings.length === 0) return null;
  return (
    <Alert color="yellow" title={words.title(file.data.warnings.length)} icon={<IconAlertTriangle aria-hidden="true" />}>
      <Stack gap="xs">
        <Text size="sm">{words.place} <Code style={{ overflowWrap: 'anywhere' }}>{file.data.path}</Code></Text>
        <List size="sm">
          {file.data.warnings.map(({ file: path, line, key, why, message }) => (
            <List.Item key={`${path} ${line} ${key}`} style={{ overflowWrap: 'anywhere' }}>{words.line(line)}: <Code>{key}</Code> {words.why[why] ?? message}</List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}

function Comparisons({ entries, version }: { readonly entries: readonly Comparison[]; readonly version: number }) {
  const words = useConfigurationWords();
  const { language } = useLanguage();
  const definitions = useDefinitions().data;
  const shown = useShownValue();
  const [back, setBack] = useState<Comparison>();
  const labelOf = (key: string): string => definitions?.get(key)?.label[language] ?? key;
  const columns: Column<Comparison>[] = [
    { key: 'key', title: words.column.setting, heading: true, cell: ({ key }) => <SettingName name={key} /> },
    { key: 'file', title: words.column.file, cell: ({ key, file, written }) => (file === undefined ? words.differences.unknown : `${shown(definitions?.get(key), file)}${written ? '' : ` (${words.differences.byDefault})`}`) },
    { key: 'saved', title: words.column.saved, cell: ({ key, saved }) => shown(definitions?.get(key), saved) },
    { key: 'by', title: words.column.by, cell: ({ by }) => <><AuthorName author={by.author} />, <Moment at={by.at} /></> },
    { key: 'back', title: words.column.deeds, actions: true, cell: (each) => <Button size="xs" variant="default" aria-label={`${words.differences.back}: ${labelOf(each.key)}`} onClick={() => setBack(each)}>{words.differences.back}</Button> },
  ];
  return (
    <>
      <DataTable caption={words.differences.caption} rows={entries} columns={columns} rowKey={({ key }) => key} />
      {back !== undefined && <BackDialog entry={back} label={labelOf(back.key)} version={version} shown={shown(definitions?.get(back.key), back.file)} close={() => setBack(undefined)} />}
    </>
  );
}

function BackDialog({ entry, label, version, shown, close }: { readonly entry: Comparison; readonly label: string; readonly version: number; readonly shown: string; readonly close: () => void }) {
  const [words, own, changed, settings] = [useConfigurationWords(), useSettingsWords(), useSettingsChanged(), useSettings()];
  const confirm = async (): Promise<void> => {
    const etag = settings.data?.body.version === version ? settings.data.etag : `"${String(version)}"`;
    await versioned(api.PUT('/blitz/admin/api/v1/settings', { body: { [entry.key]: null }, params: { header: { 'If-Match': etag } } }));
    await changed();
    toast.good(words.differences.wentBack);
  };
  return (
    <ConfirmDialog title={words.differences.backTitle(label)} action={words.differences.back} confirm={confirm} close={close} problems={own.problems}>
      {words.differences.backText(shown)}
    </ConfirmDialog>
  );
}
