import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Route } from '@blitz/factors';
import { RedisCallLedger, RedisCallStatistics } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { dumpOf } from './person.ts';

const day = 86_400_000;
const route: Route = { procedure: 'sms-ru', destination: '+7916', prefixTag: 'tag' };
const abroad: Route = { ...route, destination: '+4915', prefixTag: 'another' };

let redis: Redis;
let ledger: RedisCallLedger;
let statistics: RedisCallStatistics;
let now: number;
let warnings: unknown[];

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await redis.flushdb();
  [now, warnings] = [Date.UTC(2027, 0, 15, 23, 59), []];
  const clock = { now: () => now };
  ledger = new RedisCallLedger(redis, clock, (error) => warnings.push(error));
  statistics = new RedisCallStatistics(redis, clock);
});

describe('Statistics of calls', () => {
  it('tell what became of calls, by procedure and destination, the busiest first', async () => {
    ledger.offered(abroad);
    for (let call = 0; call < 3; call += 1) ledger.offered(route);
    ledger.placed(route);
    ledger.placed(route);
    ledger.failed(route, 'provider_failed', 'http 503');
    ledger.completed(route, 8_000);
    ledger.completed(route, 13_001);
    ledger.offered({ ...route, procedure: 'another' });
    expect(await statistics.destinations('sms-ru', 1)).toEqual([
      { destination: '+7916', offered: 3, placed: 2, failed: 1, completed: 2, meanToCodeMs: 10_501 },
      { destination: '+4915', offered: 1, placed: 0, failed: 0, completed: 0, meanToCodeMs: undefined },
    ]);
    expect(await statistics.destinations('nobody', 90)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('are of as many days of UTC as one asks for', async () => {
    ledger.offered(route);
    now += 2 * 60_000;
    ledger.offered(route);
    now += 2 * day;
    ledger.offered(route);
    const offered = async (days: number): Promise<number | undefined> => (await statistics.destinations('sms-ru', days))[0]?.offered;
    expect([await offered(1), await offered(2), await offered(3), await offered(4)]).toEqual([1, 1, 2, 3]);
  });

  it('are forgotten after ninety days', async () => {
    ledger.offered(route);
    await redis.ping();
    const [key = ''] = await redis.keys('blitz:ledger:*');
    expect(Math.round((await redis.pttl(key)) / day)).toBe(91);
  });
});

describe('The last faults of a procedure', () => {
  it('are twenty, the newest first, and hold no number', async () => {
    for (let fault = 1; fault <= 25; fault += 1) {
      now += 1000;
      ledger.failed(route, 'provider_failed', `fault ${String(fault)}`);
    }
    const faults = await statistics.lastFaults('sms-ru');
    expect(faults).toHaveLength(20);
    expect(faults[0]).toEqual({ at: now, destination: '+7916', because: 'provider_failed', hint: 'fault 25' });
    expect(faults[19]?.hint).toBe('fault 6');
    expect(await statistics.lastFaults('another')).toEqual([]);
  });
});

describe('A fault that is no failed call', () => {
  it('is among the last faults and counted nowhere', async () => {
    ledger.fault({ procedure: 'sms-ru' }, 'status_unread', 'sms-ru, line 3: phone is missing');
    ledger.fault({ procedure: 'sms-ru', destination: '+7916' }, 'check_unanswered', 'sms-ru, status 503: no_answer');
    expect(await statistics.lastFaults('sms-ru')).toEqual([
      { at: now, destination: '+7916', because: 'check_unanswered', hint: 'sms-ru, status 503: no_answer' },
      { at: now, because: 'status_unread', hint: 'sms-ru, line 3: phone is missing' },
    ]);
    expect(await statistics.destinations('sms-ru', 1)).toEqual([]);
  });
});

describe('What the guards see of a prefix', () => {
  it('R14 is a tag, goes away after an hour, and counts a code at the moment its call was placed', async () => {
    ledger.placed(route);
    now += 5000;
    ledger.completed(route, 5000);
    await redis.ping();
    const [placed, completed] = ['blitz:guard:{guards}:placed:tag', 'blitz:guard:{guards}:completed:tag'];
    expect(await redis.zrange(completed, 0, -1, 'WITHSCORES')).toEqual([expect.any(String), String(now - 5000)]);
    expect(await redis.zrange(placed, 0, -1, 'WITHSCORES')).toEqual([expect.any(String), String(now - 5000)]);
    for (const key of [placed, completed]) expect(await redis.pttl(key)).toBeGreaterThan(3_500_000);
    expect(await dumpOf(redis)).not.toMatch(/\+7916\d/);
  });
});
