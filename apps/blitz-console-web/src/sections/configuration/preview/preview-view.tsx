import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Doubts } from '../../../settings/form/doubts.tsx';
import type { Preview } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { useLanguage } from '../../../words/language-context.tsx';
import { DifferenceList } from './difference-list.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { useConfigurationWords } from '../words.ts';

/** What a change would do, before it is done. @param lines where each key stands, of a text */
export function PreviewView({ preview, lines }: { readonly preview: Preview; readonly lines?: Readonly<Record<string, number>> | undefined }) {
  const words = useConfigurationWords().preview;
  const { methodName } = useSettingsWords();
  const { language } = useLanguage();
  const { problems, refusals, differences, doubts } = preview;
  const refused = [...problems.map(({ key, expected }) => `${key}: ${expected[language]}`), ...refusals.map(({ method }) => words.notReady(methodName(method)))];
  return (
    <Stack gap="md">
      {refused.length > 0 && (
        <Alert color="red" title={words.refused} icon={<IconAlertTriangle aria-hidden="true" />}>
          <List size="sm">{refused.map((each) => <List.Item key={each} style={{ overflowWrap: 'anywhere' }}>{each}</List.Item>)}</List>
        </Alert>
      )}
      {differences.length === 0 && <Text>{words.nothing}</Text>}
      {differences.length > 0 && (lines === undefined ? <DifferenceList differences={differences} /> : <DifferenceTable caption={words.caption} differences={differences} lines={lines} />)}
      <Doubts doubts={doubts} />
    </Stack>
  );
}

/** Whether it could be saved at all. */
export function isAcceptable({ problems, refusals }: Pick<Preview, 'problems' | 'refusals'>): boolean {
  return problems.length === 0 && refusals.length === 0;
}
