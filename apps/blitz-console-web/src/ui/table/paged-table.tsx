import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../../client/use-pages.ts';
import { useWords } from '../../words/use-words.ts';
import { Loading } from '../states/loading.tsx';
import { QueryError } from '../states/query-error.tsx';
import { DataTable, type Column } from './data-table.tsx';

export interface PagedTableProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly caption: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Shown instead of a table without rows. */
  readonly empty: ReactNode;
  readonly own?: Readonly<Record<string, string>>;
}

/** A list that goes on: the rows so far, and a button for more. At 360 px each row becomes a card. */
export function PagedTable<Row>({ caption, pages, columns, rowKey, empty, own }: PagedTableProps<Row>) {
  const words = useWords();
  if (pages.loading) return <Loading lines={6} />;
  if (pages.error !== null && pages.items.length === 0) return <QueryError error={pages.error} again={pages.again} {...(own === undefined ? {} : { own })} />;
  if (pages.items.length === 0) return empty;
  return (
    <>
      <DataTable caption={caption} rows={pages.items} columns={columns} rowKey={rowKey} />
      {pages.error !== null && <QueryError error={pages.error} again={pages.more} />}
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" role="status">{pages.hasMore ? words.table.shown(pages.items.length) : words.table.all(pages.items.length)}</Text>
        {pages.hasMore && <Button variant="default" onClick={pages.more} loading={pages.loadingMore}>{words.table.more}</Button>}
      </Group>
    </>
  );
}
