import { useDefinitions, type Difference } from '../../../settings/settings-data.ts';
import { useShownValue } from '../../../settings/values/shown-value.tsx';
import { useSettingsWords } from '../../../settings/words.ts';
import { DataTable, type Column } from '../../../ui/table/data-table.tsx';
import { SettingName } from '../setting-name.tsx';
import { useConfigurationWords } from '../words.ts';

export interface DifferenceTableProps {
  readonly caption: string;
  readonly differences: readonly Difference[];
  /** Where each key stands in what is imported. */
  readonly lines?: Readonly<Record<string, number>>;
}

/** Key by key, before and after. */
export function DifferenceTable({ caption, differences, lines }: DifferenceTableProps) {
  const [words, own, shown] = [useConfigurationWords(), useSettingsWords(), useShownValue()];
  const definitions = useDefinitions().data;
  const value = (key: string, side: unknown): string => (side === undefined ? own.asInFile : shown(definitions?.get(key), side));
  const columns: Column<Difference>[] = [
    { key: 'key', title: words.column.setting, heading: true, cell: ({ key }) => <SettingName name={key} /> },
    ...(lines === undefined ? [] : [{ key: 'line', title: words.column.line, cell: ({ key }: Difference) => String(lines[key] ?? '—') }]),
    { key: 'before', title: words.column.before, cell: ({ key, before }) => value(key, before) },
    { key: 'after', title: words.column.after, cell: ({ key, after }) => value(key, after) },
  ];
  return <DataTable caption={caption} rows={differences} columns={columns} rowKey={({ key }) => key} />;
}
