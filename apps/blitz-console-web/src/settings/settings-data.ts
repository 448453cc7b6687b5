import type { components } from '@blitz/admin-client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../client/admin-api.ts';
import { answer, versioned, type Versioned } from '../client/answer.ts';

type Schemas = components['schemas'];
export type Settings = Schemas['Settings'];
export type Definition = Schemas['SettingDefinition'];
export type Preview = Schemas['SettingsPreview'];
export type Method = Schemas['Method'];
export type Methods = Schemas['Methods'];
export type Difference = Schemas['SettingDifference'];

/** What every setting is. It changes only with the service. */
export function useDefinitions(): UseQueryResult<ReadonlyMap<string, Definition>> {
  return useQuery({
    queryKey: ['settings', 'schema'],
    queryFn: async ({ signal }) => new Map((await answer(api.GET('/blitz/admin/api/v1/settings/schema', { signal }))).definitions.map((each) => [each.key, each])),
    staleTime: Infinity,
  });
}

export function useSettings(): UseQueryResult<Versioned<Settings>> {
  return useQuery({ queryKey: ['settings', 'values'], queryFn: ({ signal }) => versioned(api.GET('/blitz/admin/api/v1/settings', { signal })) });
}

/** Always read anew: what a method lacks changes with procedures, secrets and test calls, too. */
export function useMethods(): UseQueryResult<Versioned<Methods>> {
  return useQuery({ queryKey: ['settings', 'methods'], queryFn: ({ signal }) => versioned(api.GET('/blitz/admin/api/v1/methods', { signal })), staleTime: 0 });
}

/** After something was saved: whatever is made from settings is read again. */
export function useSettingsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'settings' && queryKey[1] !== 'schema' });
}
