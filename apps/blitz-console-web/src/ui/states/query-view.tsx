import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { QueryError } from './query-error.tsx';

/** What a query found; until then that it is loading, and else why it failed. */
export function QueryView<Data>({ query, own, lines, children }: { readonly query: UseQueryResult<Data>; readonly own?: Readonly<Record<string, string>>; readonly lines?: number; readonly children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <QueryError error={query.error} again={() => void query.refetch()} {...(own === undefined ? {} : { own })} />;
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}
