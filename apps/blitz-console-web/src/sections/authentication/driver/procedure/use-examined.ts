import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { api } from '../../../../client/admin-api.ts';
import { answer } from '../../../../client/answer.ts';
import type { Look, SourceProblem } from '../editor/code-editor.tsx';

/** Asked when somebody pauses: six hundred times in ten minutes are allowed. */
const pauseMs = 1_000;

export interface ProcedureDraft {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly hosts: readonly string[];
}

/** What the server says of a draft while it is typed. */
export function useExamined({ key, name, source, hosts }: ProcedureDraft): { readonly look: Look; readonly problems: readonly SourceProblem[] } {
  const typed = JSON.stringify({ key, name: name.trim() === '' ? 'draft' : name, source, hosts });
  const [settled] = useDebouncedValue(typed, pauseMs);
  const query = useQuery({
    queryKey: ['driver', 'examined', settled],
    queryFn: ({ signal }) => answer(api.POST('/blitz/admin/api/v1/procedures/examine', { body: JSON.parse(settled) as { key: string; name: string; source: string; hosts: string[] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const problems = query.data?.problems ?? noProblems;
  if (query.error !== null) return { look: 'paused', problems: noProblems };
  return { look: query.isFetching || typed !== settled || query.data === undefined ? 'looking' : 'seen', problems };
}

const noProblems: readonly SourceProblem[] = [];
