import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bucketMs, LookAtCalls, type AuditEvent, type CallCount } from '@blitz/audit';
import { PostgresAuditTrail, PostgresCallHistory } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const { hour, day } = bucketMs;
/** Midnight, ten days before now. */
const start = Math.floor(1_800_000_000_000 / day) * day;
const now = start + 10 * day + 12 * hour;
const span = { from: start, before: start + 11 * day };
let opened: MigratedDatabase;
let history: PostgresCallHistory;
beforeAll(async () => {
  opened = await migratedDatabase();
  history = new PostgresCallHistory(opened.database);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.query('DELETE FROM audit_events');
  await opened.database.query('DELETE FROM call_days');
});

async function happen(...events: readonly (readonly [at: number, type: AuditEvent['type'], details?: object | undefined, sub?: string])[]): Promise<void> {
  const trail = new PostgresAuditTrail(opened.database);
  for (const [at, type, details, sub = 'ada'] of events) trail.record({ type, at, sub, ...(details === undefined ? {} : { details }) } as AuditEvent);
  await trail.flush();
}

const sorted = (counts: readonly CallCount[]): readonly CallCount[] =>
  [...counts].sort((one, other) => JSON.stringify([one.at, one.type, one.reason]).localeCompare(JSON.stringify([other.at, other.type, other.reason])));

describe('what became of calls, in the journal', () => {
  it('is counted by hour, by type, and by reason where there is one', async () => {
    await happen(
      [start, 'call_asked'], [start + hour - 1, 'call_asked'], [start + hour, 'call_asked'], [start - 1, 'call_asked'], [start + 2 * hour, 'call_placed'],
      [start + 1, 'call_failed', { reason: 'late' }], [start + 2, 'call_failed'], [start + 3, 'guard_fired', { reason: 'guard_total' }], [start + 4, 'logged_out'],
    );
    expect(sorted(await history.counts({ from: start, before: start + 2 * hour }, 'hour'))).toEqual([
      { at: start, type: 'call_asked', reason: '', count: 2 },
      { at: start, type: 'call_failed', reason: '', count: 1 },
      { at: start, type: 'call_failed', reason: 'late', count: 1 },
      { at: start, type: 'guard_fired', reason: 'guard_total', count: 1 },
      { at: start + hour, type: 'call_asked', reason: '', count: 1 },
    ]);
  });

  it('is the same whether days were counted before or not, and days are counted once', async () => {
    await happen(...Array.from({ length: 11 }, (_, at) => [start + at * day + at * hour, at % 3 === 0 ? 'call_failed' : 'call_placed', at % 3 === 0 ? { reason: 'late' } : undefined] as const));
    const before = sorted(await history.counts(span, 'day'));
    expect(before).toHaveLength(11);
    expect(await history.countDays(now)).toBe(92);
    expect(sorted(await history.counts(span, 'day'))).toEqual(before);
    expect(await history.countDays(now)).toBe(0);
    expect(await history.countDays(now + day)).toBe(1);
  });

  it('of the last day is never taken from what was counted: it is not over', async () => {
    await happen([now - hour, 'call_placed']);
    await history.countDays(now);
    await happen([now - hour, 'call_placed'], [now - day, 'call_placed']);
    const counts = await history.counts(span, 'day');
    expect(counts).toEqual([{ at: start + 10 * day, type: 'call_placed', reason: '', count: 2 }]);
  });

  it('is counted six hours after a day is over, for events that waited for the database', async () => {
    const midnight = start + 10 * day;
    await history.countDays(midnight + 6 * hour - 1);
    await happen([midnight - 1, 'call_placed']);
    expect(await history.counts(span, 'day')).toHaveLength(1);
    expect(await history.countDays(midnight + 6 * hour)).toBe(1);
    expect(await history.counts(span, 'day')).toEqual([{ at: start + 9 * day, type: 'call_placed', reason: '', count: 1 }]);
  });

  it('is counted no further once the service stops', async () => {
    expect(await history.countDays(now, AbortSignal.abort())).toBe(0);
    expect(await history.countDays(now)).toBe(92);
  });

  it('is counted once when several services count at the same time', async () => {
    await happen([start, 'call_placed'], [start + day, 'call_failed', { reason: 'late' }]);
    await Promise.all([history.countDays(now), history.countDays(now), history.countDays(now)]);
    expect((await history.counts(span, 'day')).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('says how long the last codes took, each from its own call', async () => {
    await happen(
      [start, 'call_placed'], [start + 10_000, 'call_placed'], [start + 19_000, 'entry_right'],
      [start, 'call_placed', undefined, 'eve'], [start + 700_000, 'entry_right', undefined, 'eve'],
      [start + 1_000, 'entry_right', undefined, 'bob'], [start + 5_000, 'call_placed', undefined, 'zoe'], [start + 9_500, 'entry_right', undefined, 'zoe'],
    );
    expect([...(await history.timesToCode(span, 10))].sort()).toEqual([4_500, 9_000]);
    expect(await history.timesToCode(span, 1)).toEqual([]);
    expect(await history.timesToCode({ from: start + day, before: start + 2 * day }, 10)).toEqual([]);
  });

  it('is told as a whole', async () => {
    await happen([start, 'call_asked'], [start + 10, 'call_placed'], [start + 8_010, 'entry_right']);
    const { totals, timeToCode, buckets } = await new LookAtCalls(history).execute({ from: start, before: start + hour }, 'hour');
    expect(totals).toMatchObject({ asked: 1, placed: 1, completed: 1 });
    expect(timeToCode).toEqual({ codes: 1, meanMs: 8_000, p50Ms: 8_000, p90Ms: 8_000 });
    expect(buckets).toHaveLength(1);
  });
});
