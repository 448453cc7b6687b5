import { List } from '@mantine/core';
import { useDefinitions, type Difference } from '../../../settings/settings-data.ts';
import { useShownValue } from '../../../settings/values/shown-value.tsx';
import { useLanguage } from '../../../words/language-context.tsx';

/** The same as the table in a narrow place: "Code length: 4 digits → 6 digits". */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const { language } = useLanguage();
  const definitions = useDefinitions().data;
  const shown = useShownValue();
  return (
    <List size="sm" spacing="xs">
      {differences.map(({ key, before, after }) => (
        <List.Item key={key}>
          <b>{definitions?.get(key)?.label[language] ?? key}</b>: {shown(definitions?.get(key), before)} → {shown(definitions?.get(key), after)}
        </List.Item>
      ))}
    </List>
  );
}
