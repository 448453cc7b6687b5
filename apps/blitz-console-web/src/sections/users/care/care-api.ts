import type { components } from '@blitz/admin-client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';

export type Security = components['schemas']['AccountSecurity'];
export type TrustedBrowser = components['schemas']['TrustedBrowser'];
export type PersonSession = components['schemas']['PersonSession'];
export type Unblockable = 'password' | 'flashCall';

const base = '/blitz/admin/api/v1/users/{sub}';
/** People are helped while they try: what they do shows up by itself. */
const refetchInterval = 10_000;

export function useSecurity(sub: string): UseQueryResult<Security> {
  return useQuery({
    queryKey: ['users', sub, 'security'],
    queryFn: ({ signal }) => answer(api.GET(`${base}/security`, { params: { path: { sub } }, signal })),
    refetchInterval,
  });
}

export interface Care {
  readonly unblock: (method: Unblockable) => Promise<void>;
  readonly resetCall: () => Promise<void>;
  /** @returns the password if one was drawn */
  readonly resetPassword: (password: string | undefined) => Promise<string | undefined>;
  readonly requireLevel: (level: 1 | 2 | null) => Promise<void>;
  readonly lock: (locks: { readonly locked: boolean; readonly password_locked: boolean }) => Promise<void>;
}

/** Deeds on an account's factors; each shows how the account stands after it. */
export function useCare(sub: string): Care {
  const queries = useQueryClient();
  const params = { path: { sub } };
  const settle = async (asked: Promise<Security>): Promise<void> => {
    queries.setQueryData(['users', sub, 'security'], await asked);
    // The card and the list show levels and locks, too.
    await queries.invalidateQueries({ queryKey: ['users'] });
  };
  return {
    unblock: (method) => settle(answer(api.POST(`${base}/unblock`, { params, body: { method } }))),
    resetCall: () => settle(answer(api.POST(`${base}/reset-factor`, { params, body: { method: 'flashCall' } }))),
    resetPassword: async (password) => {
      const told = await answer(api.POST(`${base}/password`, { params, body: password === undefined ? {} : { password } }));
      await queries.invalidateQueries({ queryKey: ['users'] });
      return told.password ?? undefined;
    },
    requireLevel: (level) => settle(answer(api.PUT(`${base}/level`, { params, body: { level } }))),
    lock: (locks) => settle(answer(api.PUT(`${base}/lock`, { params, body: locks }))),
  };
}

export function useSessions(sub: string): UseQueryResult<readonly PersonSession[]> {
  return useQuery({
    queryKey: ['users', sub, 'sessions'],
    queryFn: async ({ signal }) => (await answer(api.GET(`${base}/sessions`, { params: { path: { sub } }, signal }))).items,
  });
}

export function useBrowsers(sub: string): UseQueryResult<readonly TrustedBrowser[]> {
  return useQuery({
    queryKey: ['users', sub, 'browsers'],
    queryFn: async ({ signal }) => (await answer(api.GET(`${base}/browsers`, { params: { path: { sub } }, signal }))).items,
  });
}

export interface Endings {
  readonly session: (id: string) => Promise<unknown>;
  readonly sessions: () => Promise<number>;
  readonly browser: (id: string) => Promise<unknown>;
  readonly browsers: () => Promise<number>;
}

/** Ends sessions, and takes trust. */
export function useEndings(sub: string): Endings {
  const queries = useQueryClient();
  const shown = async <Told>(asked: Promise<Told>): Promise<Told> => {
    try {
      return await asked;
    } finally {
      // Also when it was over already.
      await queries.invalidateQueries({ queryKey: ['users'] });
    }
  };
  const one = (id: string): { readonly path: { readonly sub: string; readonly id: string } } => ({ path: { sub, id } });
  return {
    session: (id) => shown(answer(api.DELETE(`${base}/sessions/{id}`, { params: one(id) }))),
    sessions: async () => (await shown(answer(api.DELETE(`${base}/sessions`, { params: { path: { sub } } })))).count,
    browser: (id) => shown(answer(api.DELETE(`${base}/browsers/{id}`, { params: one(id) }))),
    browsers: async () => (await shown(answer(api.DELETE(`${base}/browsers`, { params: { path: { sub } } })))).count,
  };
}
