import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** Only what may help is tried again: nobody answered, or the server was at fault. */
function mayHelp(failures: number, error: Error): boolean {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayHelp, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
