import type { Bucket, GuardedPress, GuardVerdict } from './call-guards.ts';
import { guardDimensions, type GuardDimension } from './guard-dimension.ts';
import { pumpingWindowMs, type PumpingLimits } from './guard-limits.ts';

/*
 * The guards as pure functions: the specification. `guard.lua` says the same a second time, atomically.
 */

/** Presses that were counted: which, and when. */
export type Counted = ReadonlyMap<string, number>;

/** Calls to one prefix, by the moment at which each was placed. */
export interface PrefixHistory {
  readonly placed: readonly number[];
  readonly completed: readonly number[];
}

export const isCounted = (counted: Counted, id: string, { windowMs }: Bucket, now: number): boolean =>
  (counted.get(id) ?? -Infinity) > now - windowMs;

/** When the bucket takes a further press; undefined when it does now. */
export function fullUntil(counted: Counted, id: string, bucket: Bucket, now: number): number | undefined {
  const { most, windowMs } = bucket;
  if (most === 0 || isCounted(counted, id, bucket, now)) return undefined;
  const inside = [...counted.values()].filter((at) => at > now - windowMs).sort((one, other) => other - one);
  const leaves = inside[most - 1];
  return leaves === undefined ? undefined : leaves + windowMs;
}

/** Of those that are full, the one that stays full longest: whoever comes back then is not refused again. */
export function fullest(
  press: GuardedPress,
  countedIn: (dimension: GuardDimension) => Counted,
  now: number,
): { readonly by: GuardDimension; readonly until: number } | undefined {
  let found: { readonly by: GuardDimension; readonly until: number } | undefined;
  for (const by of guardDimensions) {
    const until = fullUntil(countedIn(by), press.id, press.buckets[by], now);
    if (until !== undefined && until > (found?.until ?? 0)) found = { by, until };
  }
  return found;
}

/** Calls are made to the prefix and hardly anybody enters a code: somebody earns from them. */
export function collapsed({ placed, completed }: PrefixHistory, limits: PumpingLimits, now: number): boolean {
  const judged = (at: number): boolean => at > now - pumpingWindowMs && at <= now - limits.openMs;
  const calls = placed.filter(judged).length;
  if (limits.calls === 0 || calls < limits.calls) return false;
  return completed.filter(judged).length * 100 < calls * limits.percent;
}

export const refusal = (by: GuardDimension | 'quiet', until: number, fires: boolean): GuardVerdict => ({
  kind: 'refused',
  by,
  until,
  fires,
});
