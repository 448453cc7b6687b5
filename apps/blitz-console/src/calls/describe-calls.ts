import type { ByReason, CallsOverview } from '@blitz/audit';
import type { QueueLine, Queues } from '@blitz/factors';
import { moment } from '../api/words.ts';

/** On the wire: names with underscores, moments in RFC 3339, durations in milliseconds. */
export function describeOverview({ from, before, bucket, buckets, totals, failures, refusals, guards, timeToCode }: CallsOverview, now: number) {
  const { wrongEntries, blocksBegun, ...counted } = totals;
  return {
    as_of: moment(now),
    from: moment(from),
    before: moment(before),
    bucket,
    buckets: buckets.map(({ at, ...counts }) => ({ at: moment(at), ...counts })),
    totals: { ...counted, wrong_entries: wrongEntries, blocks_begun: blocksBegun },
    failures: reasons(failures),
    refusals: reasons(refusals),
    guards: reasons(guards),
    time_to_code: timeToCode === undefined ? null : { codes: timeToCode.codes, mean_ms: timeToCode.meanMs, p50_ms: timeToCode.p50Ms, p90_ms: timeToCode.p90Ms },
  };
}

export function describeQueues({ calls, followUps }: Queues, now: number) {
  return { as_of: moment(now), calls: line(calls), follow_ups: line(followUps) };
}

function line({ oldestWaitMs, underWayMs, ...counts }: QueueLine) {
  return { ...counts, oldest_wait_ms: oldestWaitMs, under_way_ms: [...underWayMs] };
}

function reasons(counts: ByReason): { reason: string; count: number }[] {
  return Object.entries(counts).map(([reason, count]) => ({ reason, count }));
}
