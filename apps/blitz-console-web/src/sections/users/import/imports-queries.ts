import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';

const whileRunningMs = 1_000;

export const importsQuery = queryOptions({
  queryKey: ['users', 'imports', 'last'],
  queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/users/imports', { signal })),
});

/** Asked again until it has ended. */
export const importQuery = (id: string) => queryOptions({
  queryKey: ['users', 'imports', 'one', id],
  queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/users/imports/{id}', { params: { path: { id } }, signal })),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? whileRunningMs : false),
});
