import type { components } from '@blitz/admin-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../client/admin-api.ts';
import { answer, versioned } from '../../../client/answer.ts';

type Schemas = components['schemas'];
export type Procedure = Schemas['Procedure'];
export type ProcedureSummary = Schemas['ProcedureSummary'];
export type Secret = Schemas['ProcedureSecret'];
export type Plan = Schemas['Plan'];
export type Statistics = Schemas['CallStatistics'];

/** Where the section stands in the console. */
export const driverPath = '/authentication/second/flashCall/driver';

const root = '/blitz/admin/api/v1';

export const useProcedures = () => useQuery({ queryKey: ['driver', 'procedures'], queryFn: ({ signal }) => answer(api.GET(`${root}/procedures`, { signal })) });
export const usePlan = () => useQuery({ queryKey: ['driver', 'plan'], queryFn: ({ signal }) => versioned(api.GET(`${root}/plan`, { signal })) });
export const useSecrets = () => useQuery({ queryKey: ['driver', 'secrets'], queryFn: ({ signal }) => answer(api.GET(`${root}/secrets`, { signal })) });
export const useStatistics = () => useQuery({ queryKey: ['driver', 'statistics'], queryFn: ({ signal }) => answer(api.GET(`${root}/statistics`, { params: { query: { days: 7 } }, signal })) });
export const useTemplates = () => useQuery({ queryKey: ['driver', 'templates'], staleTime: Infinity, queryFn: ({ signal }) => answer(api.GET(`${root}/templates`, { signal })) });

export const useTemplate = (id: string) =>
  useQuery({ queryKey: ['driver', 'templates', id], staleTime: Infinity, queryFn: ({ signal }) => answer(api.GET(`${root}/templates/{id}`, { params: { path: { id } }, signal })) });

export const useProcedure = (key: string) =>
  useQuery({ queryKey: ['driver', 'procedures', key], queryFn: ({ signal }) => versioned(api.GET(`${root}/procedures/{key}`, { params: { path: { key } }, signal })) });

/** The types of the language, for the editor. */
export const useLanguageTypes = () => useQuery({ queryKey: ['driver', 'language'], staleTime: Infinity, queryFn: ({ signal }) => answer(api.GET(`${root}/language`, { signal })) });
