import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CallTags } from '@blitz/factors';
import { testCallsMs, testCallsOf } from '@blitz/procedures';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { RedisTestCallLimits } from '../src/index.ts';

let redis: Redis;
let limits: RedisTestCallLimits;
const now = 1_800_000_000_000;
const number = (at: number): string => `+7900123${String(at).padStart(4, '0')}`;

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await redis.flushdb();
  limits = new RedisTestCallLimits(redis, new CallTags(Buffer.alloc(32, 1)));
});

describe('test calls', () => {
  it.each([
    ['of one administrator', testCallsOf.author, (at: number) => limits.take('ada', number(at), now)],
    ['to one number', testCallsOf.number, (at: number) => limits.take(`admin ${at}`, number(0), now)],
    ['of everybody', testCallsOf.all, (at: number) => limits.take(`admin ${at}`, number(at), now)],
  ])('%s: the last one allowed is made, and the next is told when to try again', async (_what, most, take) => {
    for (let at = 1; at < most; at += 1) expect(await take(at)).toBeUndefined();
    expect(await take(most)).toBeUndefined();
    const until = await take(most + 1);
    expect(until).toBeGreaterThan(now);
    expect(until).toBeLessThanOrEqual(now + testCallsMs);
  });

  it('at once: exactly as many as allowed', async () => {
    const all = await Promise.all(Array.from({ length: testCallsOf.number + 5 }, (_, at) => limits.take(`admin ${at}`, number(0), now)));
    expect(all.filter((until) => until === undefined)).toHaveLength(testCallsOf.number);
  });

  it('that are refused take nobody else’s place', async () => {
    for (let at = 0; at < testCallsOf.author; at += 1) await limits.take('ada', number(at), now);
    const asked = await Promise.all(Array.from({ length: testCallsOf.all }, (_, at) => limits.take('ada', number(at), now)));
    expect(asked.every((until) => until !== undefined)).toBe(true);
    expect(await limits.take('grace', number(99), now)).toBeUndefined();
  });

  it('of drafts are looked at so often and no more, each administrator by themselves', async () => {
    const looked = await Promise.all(Array.from({ length: testCallsOf.drafts + 5 }, () => limits.examine('ada', now)));
    expect(looked.filter((until) => until === undefined)).toHaveLength(testCallsOf.drafts);
    expect(await limits.examine('grace', now)).toBeUndefined();
  });

  it('of drafts that are typed are looked at oftener, and take no place of those that are tried', async () => {
    const looked = await Promise.all(Array.from({ length: testCallsOf.glances + 5 }, () => limits.glance('ada', now)));
    expect(looked.filter((until) => until === undefined)).toHaveLength(testCallsOf.glances);
    expect([await limits.glance('grace', now), await limits.examine('ada', now)]).toEqual([undefined, undefined]);
  });

  it('R14 leave no number in Redis', async () => {
    await limits.take('ada', number(1), now);
    expect((await redis.keys('*')).join()).not.toContain(number(1).slice(1));
  });
});
