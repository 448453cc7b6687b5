import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptVerdict, PasswordLimits } from '@blitz/factors';
import { newId } from '@blitz/kernel';
import { RedisPasswordAttempts } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, countOf } from './person.ts';

const limits: PasswordLimits = { total: 10, blockMs: 900_000, freeTries: 3, delayMs: 1_000, longestMs: 10_000 };
/** No waiting: for what is about counting alone. */
const quick: PasswordLimits = { ...limits, freeTries: 1000 };

let redis: Redis;
let attempts: RedisPasswordAttempts;
let budget: string;
let sub: string;
let now: number;
const tries = (allowed = limits): Promise<AttemptVerdict> => attempts.claim(budget, now, allowed, sub);

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
  attempts = new RedisPasswordAttempts(redis);
});
afterAll(() => redis.quit());
beforeEach(() => {
  [budget, sub, now] = [newId(), newId(), 1_800_000_000_000];
});

describe('wrong passwords', () => {
  it('cost no waiting at first, then twice as much each time, up to the longest', async () => {
    expect(countOf(await atOnce(3, () => tries()))).toEqual({ granted: 3 });
    const waits = [];
    for (let count = 0; count < 6; count += 1) {
      expect(await tries()).toEqual({ kind: 'granted' });
      const next = await tries();
      if (next.kind !== 'waiting') throw new Error('no waiting');
      waits.push(next.until - now);
      now = next.until - 1;
      expect((await tries()).kind).toBe('waiting');
      now = next.until;
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it.each([1, 2, 10])('security 14: after %d, and not one sooner, nobody looks any more', async (total) => {
    const strict = { ...quick, total };
    for (let count = 0; count < total; count += 1) expect((await tries(strict)).kind).toBe('granted');
    expect(await tries(strict)).toEqual({ kind: 'blocked', until: now + limits.blockMs });
  });

  it('security 14: the count is exact although Redis keeps it as text', async () => {
    await redis.hset(`blitz:password:{${budget}}`, { failures: '8', nextAt: '0' });
    expect([(await tries(quick)).kind, (await tries(quick)).kind, (await tries(quick)).kind]).toEqual(['granted', 'granted', 'blocked']);
  });

  it('security 1: of 50 at once exactly as many are looked at as are left', async () => {
    expect(countOf(await atOnce(50, () => tries(quick)))).toEqual({ granted: 10, blocked: 40 });
  });

  it('security 1: with delays, of 50 at once only the free ones and one more', async () => {
    expect(countOf(await atOnce(50, () => tries()))).toEqual({ granted: 4, waiting: 46 });
  });

  it('the block holds to the last moment, and then everything begins anew', async () => {
    await atOnce(10, () => tries(quick));
    now += limits.blockMs - 1;
    expect((await tries(quick)).kind).toBe('blocked');
    now += 1;
    expect(countOf(await atOnce(11, () => tries(quick)))).toEqual({ granted: 10, blocked: 1 });
  });

  it('knocking while blocked or waiting makes neither longer', async () => {
    await atOnce(4, () => tries());
    const first = await tries();
    now += 500;
    expect(await tries()).toEqual(first);
    await atOnce(20, () => tries());
    now += 500;
    expect((await tries()).kind).toBe('granted');
  });
});

describe('an attempt that nobody looked at', () => {
  const givesBack = (allowed = limits): Promise<void> => attempts.giveBack(budget, now, allowed);

  it('is given back: after any number of them, all that the budget holds are left', async () => {
    for (let count = 0; count < 30; count += 1) {
      expect((await tries(quick)).kind).toBe('granted');
      await givesBack(quick);
    }
    expect(countOf(await atOnce(11, () => tries(quick)))).toEqual({ granted: 10, blocked: 1 });
  });

  it('takes the block along that began with it, and nobody is looked at beyond the total', async () => {
    await atOnce(9, () => tries(quick));
    for (let count = 0; count < 3; count += 1) {
      expect((await tries(quick)).kind).toBe('granted');
      expect((await tries(quick)).kind).toBe('blocked');
      await givesBack(quick);
    }
    expect(countOf(await atOnce(20, () => tries(quick)))).toEqual({ granted: 1, blocked: 19 });
  });

  it('security 1: of 50 at once, some of them given back, exactly the total is looked at', async () => {
    let looked = 0;
    for (let round = 0; round < 10; round += 1) {
      await atOnce(50, async (turn) => {
        if ((await tries(quick)).kind !== 'granted') return;
        if ((turn + round) % 2 === 0) await givesBack(quick);
        else looked += 1;
      });
    }
    expect(looked).toBe(10);
    expect((await tries(quick)).kind).toBe('blocked');
  });

  it('leaves the wait, which may be another one’s', async () => {
    await atOnce(4, () => tries());
    const waiting = await tries();
    await givesBack();
    expect(await tries()).toEqual(waiting);
    now += 1_000;
    await tries();
    expect(await tries()).toEqual({ kind: 'waiting', until: now + 1_000 });
  });

  it('gives nothing where nothing was paid, and leaves nothing behind', async () => {
    await givesBack();
    expect(await redis.exists(`blitz:password:{${budget}}`)).toBe(0);
    await tries(quick);
    await atOnce(5, () => givesBack(quick));
    expect(countOf(await atOnce(11, () => tries(quick)))).toEqual({ granted: 10, blocked: 1 });
  });

  it('that comes after the block is over changes nothing: the next one begins anew', async () => {
    await atOnce(10, () => tries(quick));
    now += limits.blockMs;
    await givesBack(quick);
    expect(countOf(await atOnce(11, () => tries(quick)))).toEqual({ granted: 10, blocked: 1 });
  });

  it('is forgotten in its time like any other', async () => {
    await atOnce(2, () => tries());
    await givesBack();
    expect(await redis.pttl(`blitz:password:{${budget}}`)).toBeGreaterThan(0);
  });
});

describe('the right password', () => {
  it('forgets the wrong ones', async () => {
    await atOnce(4, () => tries());
    expect((await tries()).kind).toBe('waiting');
    await attempts.forget(budget);
    expect(countOf(await atOnce(5, () => tries()))).toEqual({ granted: 4, waiting: 1 });
  });

  it('forgets nobody else’s', async () => {
    await atOnce(10, () => tries(quick));
    await attempts.forget(newId());
    expect((await tries(quick)).kind).toBe('blocked');
  });
});

describe('an administrator who helps', () => {
  it('sees the worst of all names and browsers of the account, and nothing that is over', async () => {
    expect(await attempts.look(sub, now)).toEqual({ failures: 0, waitsUntil: 0, blockedUntil: 0 });
    await atOnce(4, () => tries());
    const browser = newId();
    await atOnce(10, () => attempts.claim(browser, now, quick, sub));
    expect(await attempts.look(sub, now)).toEqual({ failures: 10, waitsUntil: now + 1_000, blockedUntil: now + limits.blockMs });
    expect(await attempts.look(sub, now + 1_000)).toMatchObject({ waitsUntil: 0, failures: 10 });
    expect(await attempts.look(sub, now + limits.blockMs)).toEqual({ failures: 4, waitsUntil: 0, blockedUntil: 0 });
  });

  it('lets all of them begin anew, is told how they stood, and touches nobody else’s', async () => {
    const [browser, other] = [newId(), newId()];
    await atOnce(10, () => tries(quick));
    await atOnce(10, () => attempts.claim(browser, now, quick, sub));
    await atOnce(10, () => attempts.claim(other, now, quick, newId()));
    expect(await attempts.forgetAll(sub, now)).toEqual({ failures: 10, waitsUntil: 0, blockedUntil: now + limits.blockMs });
    expect(await attempts.forgetAll(sub, now)).toMatchObject({ failures: 0, blockedUntil: 0 });
    expect(countOf(await atOnce(11, () => tries(quick)))).toEqual({ granted: 10, blocked: 1 });
    expect((await attempts.claim(browser, now, quick, sub)).kind).toBe('granted');
    expect((await attempts.claim(other, now, quick, newId())).kind).toBe('blocked');
  });

  it('does so while the person types: after it no more are looked at than a whole budget holds', async () => {
    await atOnce(10, () => tries(quick));
    const typed = atOnce(50, () => tries(quick));
    const helped = attempts.forgetAll(sub, now);
    const during = countOf(await typed)['granted'] ?? 0;
    await helped;
    const after = countOf(await atOnce(20, () => tries(quick)))['granted'] ?? 0;
    expect(during).toBeLessThanOrEqual(10);
    expect(after).toBeLessThanOrEqual(10);
    expect(during + after).toBeGreaterThanOrEqual(10);
    expect((await tries(quick)).kind).toBe('blocked');
  });
});

describe('what is kept', () => {
  it('outlives the longest block, and not for ever', async () => {
    const long = { ...quick, blockMs: 24 * 3_600_000 };
    await atOnce(10, () => tries(long));
    const ttl = await redis.pttl(`blitz:password:{${budget}}`);
    expect(ttl).toBeGreaterThan(long.blockMs);
    expect(ttl).toBeLessThanOrEqual(long.blockMs + 24 * 3_600_000);
  });

  it('R18 a name that nobody has is kept like any other: the same answers, the same key', async () => {
    const [known, unknown] = [newId(), newId()];
    const answersOf = async (name: string): Promise<unknown> => [
      await atOnce(6, () => attempts.claim(name, now, limits, name)),
      Object.keys(await redis.hgetall(`blitz:password:{${name}}`)),
    ];
    expect(await answersOf(known)).toEqual(await answersOf(unknown));
  });
});
