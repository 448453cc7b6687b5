import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { useUsersWords } from '../words.ts';
import { ImportStatus } from './import-status.tsx';
import { importsQuery } from './imports-queries.ts';

export function LastImports() {
  const words = useUsersWords();
  const query = useQuery(importsQuery);
  const { imports } = words;
  return (
    <QueryView query={query} own={words.problems}>
      {({ items }) => items.length === 0 ? <Text c="dimmed">{imports.lastNone}</Text> : (
        <DataTable
          caption={imports.last}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'started', title: imports.started, heading: true, cell: ({ id, started_at: at }) => <Anchor component={Link} to={`/users/import/${id}`}><Moment at={at} /></Anchor> },
            { key: 'outcome', title: imports.outcome, cell: (told) => <ImportStatus told={told} /> },
            { key: 'rows', title: imports.rows, align: 'end', cell: ({ read }) => read.toLocaleString() },
          ]}
        />
      )}
    </QueryView>
  );
}
