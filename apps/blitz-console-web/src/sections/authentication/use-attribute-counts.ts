import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';

/** How many accounts have a valid number in each attribute; nothing until it is known: the form does not wait for it. */
export function useAttributeCounts(): ReadonlyMap<string, number> | undefined {
  const { data } = useQuery({ queryKey: ['attributes'], queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/attributes', { signal })), staleTime: 60_000 });
  return data === undefined ? undefined : new Map(data.items.map(({ name, valid_numbers: count }) => [name, count]));
}
