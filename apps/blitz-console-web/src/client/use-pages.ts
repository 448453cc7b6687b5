import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export interface CursorPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that goes on page by page: what `PagedTable` shows. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly loading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/** @param page fetches one: `(cursor, signal) => answer(api.GET('…', { params: { query: { q, cursor } }, signal }))` */
export function usePages<Item>(key: QueryKey, page: (cursor: string | undefined, signal: AbortSignal) => Promise<CursorPage<Item>>): Pages<Item> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
    loading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
