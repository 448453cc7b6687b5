import type { components } from '@blitz/admin-client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { usePages, type Pages } from '../../client/use-pages.ts';

type Schemas = components['schemas'];
export type SettingsVersion = Schemas['SettingsVersion'];
export type Comparison = Schemas['SettingComparison'];
export type ConfFile = Schemas['ConfFile'];
export type ConfPreview = Schemas['ConfPreview'];
export type Author = Schemas['Author'];

export function useConfFile(): UseQueryResult<ConfFile> {
  return useQuery({ queryKey: ['settings', 'file'], queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/settings/file', { signal })) });
}

export function useComparison() {
  return useQuery({ queryKey: ['settings', 'differences'], queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/settings/differences', { signal })) });
}

export function useVersions(): Pages<SettingsVersion> {
  return usePages(['settings', 'versions'], (cursor, signal) =>
    answer(api.GET('/blitz/admin/api/v1/settings/versions', { params: { query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } }, signal })));
}
