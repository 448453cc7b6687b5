import { Alert, List } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useLanguage } from '../../words/language-context.tsx';
import { useDefinitions, type Settings } from '../settings-data.ts';
import { useSettingsWords } from '../words.ts';

/** What contradicts nothing, but nobody would want. */
export function Doubts({ doubts }: { readonly doubts: Settings['doubts'] }) {
  const words = useSettingsWords();
  const { language } = useLanguage();
  const definitions = useDefinitions().data;
  const labelOf = (key: string | null): string => (key === null ? '' : `${definitions?.get(key)?.label[language] ?? key}: `);
  if (doubts.length === 0) return null;
  return (
    <Alert color="yellow" title={words.doubts} icon={<IconInfoCircle aria-hidden="true" />} role="status">
      <List size="sm">{doubts.map(({ key, because }) => <List.Item key={`${key ?? ''} ${because.en}`}>{labelOf(key)}{because[language]}</List.Item>)}</List>
    </Alert>
  );
}
