import { describe, expect, it } from '@jest/globals';
import { CallHistory, type CallCount } from './call-history.ts';
import { LookAtCalls } from './look-at-calls.ts';

const hour = 3_600_000;
const start = 500_000 * hour;

class FakeHistory extends CallHistory {
  asked: unknown;

  constructor(
    private readonly told: readonly CallCount[],
    private readonly times: readonly number[] = [],
  ) {
    super();
  }

  counts(...asked: unknown[]): Promise<readonly CallCount[]> {
    this.asked = asked;
    return Promise.resolve(this.told);
  }

  timesToCode(): Promise<readonly number[]> {
    return Promise.resolve(this.times);
  }

  countDays(): Promise<number> {
    return Promise.resolve(0);
  }
}

const count = (at: number, type: CallCount['type'], of: number, reason = ''): CallCount => ({ at: start + at * hour, type, reason, count: of });

describe('what became of calls', () => {
  it('is told for every hour of the time that was asked for, also for those without a call', async () => {
    const { buckets, totals } = await new LookAtCalls(
      new FakeHistory([count(0, 'call_asked', 5), count(0, 'call_placed', 4), count(2, 'call_failed', 1, 'late'), count(2, 'call_failed', 2, 'provider_failed'), count(2, 'entry_right', 3), count(2, 'method_blocked', 1)]),
    ).execute({ from: start, before: start + 3 * hour }, 'hour');
    expect(buckets).toEqual([
      { at: start, asked: 5, placed: 4, failed: 0, refused: 0, completed: 0 },
      { at: start + hour, asked: 0, placed: 0, failed: 0, refused: 0, completed: 0 },
      { at: start + 2 * hour, asked: 0, placed: 0, failed: 3, refused: 0, completed: 3 },
    ]);
    expect(totals).toEqual({ asked: 5, placed: 4, failed: 3, refused: 0, completed: 3, wrongEntries: 0, blocksBegun: 1 });
  });

  it('is told by reason, the most frequent first', async () => {
    const { failures, guards, refusals } = await new LookAtCalls(
      new FakeHistory([count(0, 'call_failed', 1, 'late'), count(1, 'call_failed', 2, 'provider_failed'), count(2, 'call_failed', 1, 'late'), count(2, 'call_failed', 1, 'provider_failed'), count(0, 'guard_fired', 1, 'guard_total')]),
    ).execute({ from: start, before: start + 3 * hour }, 'hour');
    expect(Object.entries(failures)).toEqual([['provider_failed', 3], ['late', 2]]);
    expect([guards, refusals]).toEqual([{ guard_total: 1 }, {}]);
  });

  it('is asked for in whole hours and days of UTC', async () => {
    const kept = new FakeHistory([]);
    const { from, before, buckets } = await new LookAtCalls(kept).execute({ from: start + 1, before: start + hour + 1 }, 'hour');
    expect([from, before, buckets.length]).toEqual([start, start + 2 * hour, 2]);
    expect(kept.asked).toEqual([{ from: start, before: start + 2 * hour }, 'hour']);
    const days = await new LookAtCalls(kept).execute({ from: start + 1, before: start + 24 * hour }, 'day');
    expect([days.from % (24 * hour), days.before % (24 * hour)]).toEqual([0, 0]);
  });

  it.each([
    [[], undefined],
    [[900], { codes: 1, meanMs: 900, p50Ms: 900, p90Ms: 900 }],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], { codes: 10, meanMs: 6, p50Ms: 5, p90Ms: 9 }],
  ])('says how long people need for the code: %p', async (times, told) => {
    expect((await new LookAtCalls(new FakeHistory([], times)).execute({ from: start, before: start + hour }, 'hour')).timeToCode).toEqual(told);
  });
});
