import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisLogins } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, countOf, limits, madeWith, Person } from './person.ts';

/** Many things at the same moment, over four connections, as from four copies of the service. */
let connections: Redis[];
let ada: Person;

beforeAll(async () => {
  const { url } = await freshRedis();
  connections = Array.from({ length: 4 }, () => new Redis(url));
});
afterAll(() => Promise.all(connections.map((redis) => redis.quit())));
beforeEach(() => {
  ada = new Person(connections);
});

describe('R12 entries at the same moment', () => {
  it.each([1, 3, 9])('R7 of 50 wrong ones exactly the %d tries are looked at', async (tries) => {
    ada.limits = { ...limits, tries };
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    const verdicts = await atOnce(50, () => ada.types(asker, id, 'wrong'));
    expect(countOf(verdicts).wrong).toBe(tries);
    expect(new Set(verdicts.filter(({ kind }) => kind === 'wrong').map(({ triesLeft }) => triesLeft)).size).toBe(tries);
    expect((await ada.looks()).spent).toBe(1 + tries);
    expect((await ada.types(asker, id, 'right')).kind).not.toBe('right');
  });

  it('of 50 right ones exactly one succeeds, and the login is renewed once', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    const verdicts = await atOnce(50, () => ada.types(asker, id, 'right'));
    expect(countOf(verdicts)).toEqual({ right: 1, unknown: 49 });
    const completed = { route: madeWith('right').route, placedAt: ada.now, canHangUp: true };
    expect(verdicts.filter((verdict) => verdict.completed !== undefined)).toMatchObject([{ kind: 'right', completed }]);
    const logins = await ada.redis.keys(`blitz:login:{${ada.sub}}:*`);
    expect(logins).toHaveLength(1);
    expect(logins[0]).not.toContain(asker.login);
    expect(await ada.redis.hget(logins[0] ?? '', 'flashCall')).toBe(String(ada.now));
  });

  it('R7 of right and wrong ones, at most the tries are looked at and at most one succeeds', async () => {
    for (let day = 0; day < 10; day += 1) {
      const person = new Person(connections);
      const asker = await person.opensLogin();
      const id = await person.isCalled(asker);
      const counts = countOf(await atOnce(20, (turn) => person.types(asker, id, (turn + day) % 5 === 4 ? 'right' : 'wrong')));
      expect(counts['right'] ?? 0).toBeLessThanOrEqual(1);
      expect((counts['right'] ?? 0) + (counts['wrong'] ?? 0)).toBeLessThanOrEqual(limits.tries);
      expect((counts['right'] ?? 0) === 1 || counts['wrong'] === limits.tries).toBe(true);
    }
  });

  it('R11 typed in two logins at once, the code opens only the one that asked', async () => {
    const [hers, another] = [await ada.opensLogin(), await ada.opensLogin()];
    const id = await ada.isCalled(hers);
    const verdicts = await atOnce(40, async (turn) => {
      const asker = turn % 2 === 0 ? another : hers;
      return { asker, ...(await ada.types(asker, id, 'right')) };
    });
    expect(verdicts.filter(({ kind }) => kind === 'right').map(({ asker }) => asker)).toEqual([hers]);
    expect(await new RedisLogins(ada.redis).find(ada.sub, another.login)).toMatchObject({ proved: ['password'] });
  });
});

describe('R8 the budget of an account', () => {
  /** Asks again and again, from another login each time, and guesses at once, until the block. */
  async function guessesUntilBlocked(total: number): Promise<{ calls: number; wrong: number }> {
    ada.limits = { ...limits, total };
    let [calls, wrong] = [0, 0];
    for (let round = 0; round < total + 1; round += 1) {
      const asker = await ada.opensLogin();
      const { kind, id } = await ada.presses(asker);
      if (kind === 'blocked') return { calls, wrong };
      expect(kind).toBe('called');
      calls += 1;
      await ada.challenges.claim(id, ada.now);
      await ada.challenges.placed(id, madeWith('right'), ada.now, ada.limits);
      wrong += countOf(await atOnce(12, () => ada.types(asker, id, 'wrong'))).wrong ?? 0;
      expect((await ada.looks()).spent).toBeLessThanOrEqual(total);
      ada.now += limits.delayMs;
    }
    throw new Error('never blocked');
  }

  it.each([
    [2, { calls: 1, wrong: 1 }],
    [4, { calls: 1, wrong: 3 }],
    [5, { calls: 1, wrong: 3 }],
    [6, { calls: 2, wrong: 4 }],
    [10, { calls: 3, wrong: 7 }],
    [12, { calls: 3, wrong: 9 }],
    [13, { calls: 3, wrong: 9 }],
    [14, { calls: 4, wrong: 10 }],
  ])('of %d, over several logins and with parallel entries, holds %j and not one more', async (total, spent) => {
    expect(await guessesUntilBlocked(total)).toEqual(spent);
  });

  it.each([
    [8, 'wrong', 0, 'right'],
    [9, 'wrong', 1, 'blocked'],
    [10, 'blocked', 1, 'blocked'],
  ])('R9 security 14: with %d of 10 spent and written as text, the next entry is %s', async (spent, first, blocks, then) => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    await ada.redis.hset(`blitz:budget:{${ada.sub}}:flashCall`, 'spent', String(spent));
    const verdict = await ada.types(asker, id, 'wrong');
    expect([verdict.kind, verdict.blockedUntil]).toEqual([first, blocks * (ada.now + limits.blockMs)]);
    expect((await ada.types(asker, id, 'right')).kind).toBe(then);
  });

  it.each([
    [8, 'called'],
    [9, 'blocked'],
  ])('R10 security 14: with %d of 10 spent and written as text, the next press is %s', async (spent, kind) => {
    const asker = await ada.opensLogin();
    await ada.redis.hset(`blitz:budget:{${ada.sub}}:flashCall`, 'spent', String(spent));
    expect((await ada.presses(asker)).kind).toBe(kind);
    expect((await ada.looks()).spent).toBe(kind === 'called' ? spent + 1 : spent);
  });

  it.each([
    [6, 0, 0],
    [7, 0, 1],
    [8, 0, 1],
    [9, 1, 1],
    [10, 1, 1],
  ])('R8 R10 with %d of 10 spent, of 50 presses at once %d say that the block begins; of 50 entries %d', async (spent, presses, entries) => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    const entering = new Person(connections);
    const entersAs = await entering.opensLogin();
    const entered = await entering.isCalled(entersAs);
    for (const { sub } of [ada, entering]) await ada.redis.hset(`blitz:budget:{${sub}}:flashCall`, 'spent', String(spent));
    ada.now += limits.delayMs;
    const pressed = await atOnce(50, () => ada.presses(asker, 2));
    expect(pressed.filter((verdict) => verdict.kind === 'blocked' && verdict.begins)).toHaveLength(presses);
    expect((await ada.types(asker, id, 'right')).blockBegins).toBe(false);
    const typed = await atOnce(50, () => entering.types(entersAs, entered, 'wrong'));
    expect(typed.filter(({ blockBegins }) => blockBegins)).toHaveLength(entries);
  });

  it('R9 the block holds to the last moment, and then begins a new budget', async () => {
    const asker = await ada.opensLogin();
    await ada.redis.hset(`blitz:budget:{${ada.sub}}:flashCall`, 'spent', '10');
    expect(await ada.presses(asker)).toMatchObject({ kind: 'blocked', until: ada.now + limits.blockMs });
    ada.now += limits.blockMs - 1;
    expect((await ada.presses(asker)).kind).toBe('blocked');
    ada.now += 1;
    expect((await ada.presses(asker)).kind).toBe('called');
    expect((await ada.looks()).spent).toBe(1);
  });

  it('security 17: a flood of other accounts does not flush it (20,000 of them, not 100,000, to be done in seconds)', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    await ada.types(asker, id, 'wrong');
    const before = await ada.looks();
    const { redis, now } = ada;
    for (let thousand = 0; thousand < 20; thousand += 1) {
      const crowd = redis.pipeline();
      for (let one = 0; one < 1000; one += 1) {
        const sub = `stranger-${String(thousand * 1000 + one)}`;
        crowd.hset(`blitz:budget:{${sub}}:flashCall`, 'spent', 9);
        crowd.hset(`blitz:challenge:{${sub}}`, { id: `${sub}.x`, login: 'x', state: 'queued', since: now, presses: 1 });
      }
      await crowd.exec();
    }
    expect(await ada.looks()).toEqual(before);
    expect(await ada.types(asker, id, 'wrong')).toMatchObject({ kind: 'wrong', triesLeft: 1, budgetLeft: 7 });
    expect(await redis.ttl(`blitz:budget:{${ada.sub}}:flashCall`)).toBe(-1);
  });
});

describe('R3 presses at the same moment', () => {
  it('50 of the same number make one call', async () => {
    const asker = await ada.opensLogin();
    const answers = await atOnce(50, () => ada.presses(asker, 1));
    expect(countOf(answers)).toEqual({ called: 1, repeated: 49 });
    expect(await ada.looks()).toMatchObject({ spent: 1, presses: 1 });
  });

  it('R11 50 in different logins and tabs make one call', async () => {
    const askers = await atOnce(10, () => ada.opensLogin());
    const answers = await atOnce(50, async (turn) => {
      const asker = askers[turn % askers.length];
      return asker === undefined ? { kind: 'none' } : ada.presses(asker, 1);
    });
    expect(countOf(answers)).toEqual({ called: 1, repeated: 49 });
    expect((await ada.looks()).spent).toBe(1);
  });

  it('R16 pages drawn after it can’t make a second one before the delay is over', async () => {
    const asker = await ada.opensLogin();
    await ada.isCalled(asker);
    expect(countOf(await atOnce(20, () => ada.presses(asker, 2)))).toEqual({ waiting: 20 });
    ada.now += limits.delayMs;
    expect(countOf(await atOnce(20, () => ada.presses(asker, 2)))).toEqual({ called: 1, repeated: 19 });
  });

  it('of 50 diallers that find the same job, one dials', async () => {
    const { id } = await ada.presses(await ada.opensLogin());
    const verdicts = await atOnce(50, () => ada.challenges.claim(id, ada.now));
    expect(countOf(verdicts)).toEqual({ claimed: 1, taken: 49 });
  });

  it('R13 a failure reported many times is paid back once', async () => {
    const first = await ada.isCalled(await ada.opensLogin());
    ada.now += limits.delayMs;
    const { id } = await ada.presses(await ada.opensLogin());
    const reports = await atOnce(20, () => ada.challenges.failed(id, 'provider_refused', true));
    expect(reports.filter(Boolean)).toHaveLength(1);
    expect((await ada.looks()).spent).toBe(1);
    expect(await ada.challenges.failed(first, 'provider_refused', true)).toBe(false);
  });

  it('R17 a late job found by many is paid back once', async () => {
    const { id } = await ada.presses(await ada.opensLogin());
    ada.now += 60_001;
    const verdicts = await atOnce(20, () => ada.challenges.claim(id, ada.now));
    expect(verdicts.filter(({ kind }) => kind === 'late')).toHaveLength(1);
    expect(await ada.looks()).toMatchObject({ spent: 0, challenge: { state: 'closed', because: 'late' } });
  });
});
