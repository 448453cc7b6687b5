import type { components } from '@blitz/admin-client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, versioned, type Versioned } from '../../client/answer.ts';
import { api } from '../../client/admin-api.ts';
import { usePages, type Pages } from '../../client/use-pages.ts';

export type Administrator = components['schemas']['Administrator'];
export type Candidate = components['schemas']['Candidate'];
export type Role = components['schemas']['Role'];
export type RoleWithPrivileges = components['schemas']['RoleWithPrivileges'];

const path = '/blitz/admin/api/v1/administrators';
/** As many as one page may have. Who has more roots than that has no last one. */
const most = 200;

export const keys = { all: ['administrators'] as const, roles: ['administrators', 'roles'] as const, roots: ['administrators', 'roots'] as const };

export function useAdministrators(): Pages<Administrator> {
  return usePages(['administrators', 'list'], (cursor, signal) => answer(api.GET(path, { params: { query: cursor === undefined ? {} : { cursor } }, signal })));
}

export function useAdministrator(sub: string): UseQueryResult<Versioned<Administrator>> {
  return useQuery({ queryKey: ['administrators', 'one', sub], queryFn: ({ signal }) => versioned(api.GET(`${path}/{sub}`, { params: { path: { sub } }, signal })) });
}

export function useRoles(): UseQueryResult<readonly RoleWithPrivileges[]> {
  return useQuery({ queryKey: keys.roles, staleTime: Infinity, queryFn: async ({ signal }) => (await answer(api.GET('/blitz/admin/api/v1/roles', { signal }))).items });
}

/** Whether nobody else could let others in again: the server refuses what would leave nobody. */
export function useIsLastRoot({ sub, roles }: Administrator): boolean {
  const query = useQuery({ queryKey: keys.roots, queryFn: ({ signal }) => answer(api.GET(path, { params: { query: { limit: most } }, signal })) });
  if (!roles.includes('root') || query.data === undefined || query.data.next !== null) return false;
  return !query.data.items.some((each) => each.sub !== sub && each.roles.includes('root') && !each.locked);
}

export function useCandidate(login: string): UseQueryResult<Candidate | null> {
  return useQuery({
    queryKey: ['administrators', 'candidates', login],
    enabled: login !== '',
    queryFn: async ({ signal }) => (await answer(api.GET(`${path}/candidates`, { params: { query: { login } }, signal }))).items[0] ?? null,
  });
}
