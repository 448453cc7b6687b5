import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/admin-api.ts';
import { answer, versioned } from '../../client/answer.ts';

export const attributesQuery = queryOptions({
  queryKey: ['users', 'attributes'],
  queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/attributes', { signal })),
  staleTime: 60_000,
});

export const userQuery = (sub: string) => queryOptions({
  queryKey: ['users', 'account', sub],
  queryFn: ({ signal }) => versioned(api.GET('/blitz/admin/api/v1/users/{sub}', { params: { path: { sub } }, signal })),
});
