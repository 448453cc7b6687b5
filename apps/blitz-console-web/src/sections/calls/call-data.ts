import type { components } from '@blitz/admin-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { browserNow } from '../../ui/values/now.ts';

export type Overview = components['schemas']['CallsOverview'];
export type Reasons = Overview['failures'];
export type QueueLine = components['schemas']['QueueLine'];

const hourMs = 3_600_000;
/** What costs the server more is asked for less often. */
export const periods = {
  day: { ms: 24 * hourMs, bucket: 'hour', everyMs: 5_000 },
  week: { ms: 7 * 24 * hourMs - hourMs, bucket: 'hour', everyMs: 5_000 },
  month: { ms: 30 * 24 * hourMs, bucket: 'day', everyMs: 5_000 },
  season: { ms: 90 * 24 * hourMs, bucket: 'day', everyMs: 15_000 },
} as const;
export type Period = keyof typeof periods;

export const isPeriod = (text: string | null): text is Period => text !== null && Object.hasOwn(periods, text);

export function useOverview(period: Period) {
  const { ms, bucket, everyMs } = periods[period];
  return useQuery({
    queryKey: ['calls', 'overview', period],
    queryFn: ({ signal }) => {
      const now = browserNow();
      const query = { bucket, from: new Date(now - ms).toISOString(), to: new Date(now).toISOString() };
      return answer(api.GET('/blitz/admin/api/v1/calls/overview', { params: { query }, signal }));
    },
    refetchInterval: everyMs,
  });
}

export function useQueues() {
  return useQuery({ queryKey: ['calls', 'queue'], queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/calls/queue', { signal })), refetchInterval: 5_000 });
}

export function useProviders() {
  return useQuery({
    queryKey: ['calls', 'providers'],
    queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/statistics', { params: { query: { days: 7 } }, signal })),
    refetchInterval: 15_000,
  });
}
