import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '@blitz/factors';
import { RedisLogins, RedisPasswordAttempts } from '@blitz/redis';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { dumpOf, madeWith, Person } from './person.ts';

/** How a cluster finds a key's slot, in the words of the client. */
const slotOf = createRequire(import.meta.url)('cluster-key-slot') as (key: string) => number;

/** A challenge is bound to its kind, account, login and browser (security 22): no name that a stranger makes up reaches another. */
let store: FreshRedis;
let redis: Redis;
let ada: Person;
let eve: Person;
let hers: Asker;
let adasCall: string;

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  [ada, eve] = [new Person([redis]), new Person([redis])];
  hers = await ada.opensLogin();
  adasCall = await ada.isCalled(hers);
});

/** The deed changes nothing that is kept. */
async function leavesAlone(deed: () => Promise<unknown>): Promise<void> {
  const before = await dumpOf(redis);
  await deed();
  expect(await dumpOf(redis)).toBe(before);
}

describe('R11 a code that belongs to somebody else', () => {
  it('does not work in another login of the same account', async () => {
    const another = await ada.opensLogin();
    await leavesAlone(async () => expect((await ada.types(another, adasCall, 'right')).kind).toBe('unknown'));
  });

  it('does not work in the name of another account, which has no call', async () => {
    const evil = await eve.opensLogin();
    await leavesAlone(async () => expect((await eve.types(evil, adasCall, 'right')).kind).toBe('unknown'));
  });

  it('nor if that account was called itself', async () => {
    const evil = await eve.opensLogin();
    await eve.isCalled(evil);
    await leavesAlone(async () => expect((await eve.types(evil, adasCall, 'right')).kind).toBe('superseded'));
  });

  it('does not work with the victim’s account and the thief’s login', async () => {
    const evil = await eve.opensLogin();
    const mixed = { sub: ada.sub, login: evil.login };
    await leavesAlone(async () => expect((await ada.types(mixed, adasCall, 'right')).kind).toBe('unknown'));
  });

  it('still works for her, once', async () => {
    expect((await ada.types(hers, adasCall, 'right')).kind).toBe('right');
    expect((await ada.types(hers, adasCall, 'right')).kind).toBe('unknown');
  });
});

const madeUp = ['', '.', '}', '{', '{}', '*', '?', '\n', '\0', '..', '%', '../..', '}:flashCall', '{x}', 'a\r\nDEL x', 'constructor', 'ключ', 'x'.repeat(100_000)];

describe('names that nobody gave', () => {
  it.each(madeUp)('R11 as a challenge %#: %.20j opens nothing', async (name) => {
    await leavesAlone(async () => {
      for (const id of [name, `${ada.sub}.${name}`, `${ada.sub}${name}`, `${name}x${adasCall}`, `${adasCall}${name}x`]) {
        expect((await ada.types(hers, id, 'right')).kind).toBe('superseded');
      }
    });
  });

  it.each(madeUp)('R1 as a login %#: %.20j is none', async (name) => {
    await leavesAlone(async () => {
      for (const login of [name, `${hers.login}${name}x`, `${name}${hers.login}x`]) {
        expect((await ada.types({ sub: ada.sub, login }, adasCall, 'right')).kind).toBe('unknown');
        expect((await ada.presses({ sub: ada.sub, login }, 2)).kind).toBe('unknown');
        expect(await new RedisLogins(redis).find(ada.sub, login)).toBeUndefined();
        expect(await new RedisLogins(redis).settleTrust(ada.sub, login)).toBe(false);
        expect(await new RedisLogins(redis).end(ada.sub, login)).toBe(false);
      }
    });
  });

  it.each(madeUp)('R11 as an account %#: %.20j reaches nobody else’s login or call', async (name) => {
    await leavesAlone(async () => {
      for (const sub of [name, `${ada.sub}${name}x`, `${ada.sub}}:${hers.login}${name}`, `${name}{${ada.sub}`]) {
        const asker = { sub, login: hers.login };
        expect((await ada.challenges.enter(asker, { id: adasCall, entry: 'entry', digest: 'right', renewed: 'renewed' }, ada.now, ada.limits)).kind).toBe('unknown');
        expect(await new RedisLogins(redis).end(sub, hers.login)).toBe(false);
        expect((await ada.challenges.look(sub)).challenge).toBeUndefined();
      }
    });
  });

  it.each(madeUp)('R3 as a job %#: %.20j dials nobody', async (name) => {
    await leavesAlone(async () => {
      for (const id of [`${ada.sub}.${name}`, `${name}.${name}`, `x${adasCall}`, `${adasCall}x`]) {
        const deeds = [ada.challenges.claim(id, ada.now), ada.challenges.placed(id, madeWith('evil'), ada.now, ada.limits), ada.challenges.ring(id, 'busy')];
        const answers = await Promise.all([...deeds, ada.challenges.failed(id, 'late', true)].map((deed) => deed.catch((error: unknown) => error)));
        for (const answer of answers) expect([{ kind: 'gone' }, { kind: 'ignored' }, false]).toContainEqual(answer instanceof Error ? false : answer);
      }
    });
  });

  it.each(madeUp)('security 22: as a password’s budget %#: %.20j touches nothing of the calls', async (name) => {
    await leavesAlone(async () => {
      const attempts = new RedisPasswordAttempts(redis);
      for (const budget of [name, ada.sub, `${ada.sub}}:flashCall`, `x} blitz:budget:{${ada.sub}}:flashCall`]) await attempts.forget(budget);
    });
  });
});

describe('beyond one machine', () => {
  it('all that one deed touches lies in one slot of a cluster', async () => {
    const touched: string[][] = [];
    const watched = new Proxy(redis, {
      get(target, name: keyof Redis) {
        const member: unknown = target[name];
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          if (name === 'evalsha' || name === 'eval') touched.push(args.slice(2, 2 + Number(args[1])).map(String));
          return (member as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
    const bob = new Person([watched]);
    const asker = await bob.opensLogin();
    const id = await bob.isCalled(asker);
    await bob.types(asker, id, 'right');
    await bob.challenges.failed(id, 'late', true);
    await new RedisPasswordAttempts(watched).claim('b', bob.now, { total: 2, blockMs: 1, freeTries: 1, delayMs: 1, longestMs: 1 }, bob.sub);
    expect(touched.map((keys) => keys.length)).toEqual(expect.arrayContaining([1, 2, 3, 5]));
    for (const keys of touched) expect(new Set(keys.map((key) => slotOf(key))).size).toBe(1);
  });
});
