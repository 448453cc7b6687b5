import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkMs, type PaidEntry } from '@blitz/factors';
import { newId, Sealer } from '@blitz/kernel';
import { LiveUpdates, RedisLogins, RedisOpenEntries } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, countOf, dumpOf, limits, Person } from './person.ts';

/** Entries that only a provider can judge, over four connections, as from four copies of the service. */
let connections: Redis[];
let subscriber: Redis;
let ada: Person;
let entries: RedisOpenEntries;

beforeAll(async () => {
  const { url } = await freshRedis();
  connections = Array.from({ length: 4 }, () => new Redis(url));
  subscriber = new Redis(url);
});
afterAll(() => Promise.all([...connections, subscriber].map((redis) => redis.quit())));
beforeEach(() => {
  ada = new Person(connections);
  entries = new RedisOpenEntries(ada.redis, new LiveUpdates(subscriber), new Sealer([Buffer.alloc(32, 5)]));
});

describe('R12 entries at the same moment, of which only the provider knows whether they are right', () => {
  it.each([1, 3, 9])('rows 1 and 15: of 50, exactly the %d tries are asked about; all wrong, they burn the code', async (tries) => {
    ada.limits = { ...limits, tries };
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    const paid = await atOnce(50, () => ada.pays(asker, id));
    expect(countOf(paid)).toEqual({ asking: tries, in_check: 50 - tries });
    expect((await ada.looks()).spent).toBe(1 + tries);
    const asked = paid.filter(({ kind }) => kind === 'asking');
    const verdicts = await Promise.all(asked.map((each) => ada.concludes(asker, id, each, 'wrong')));
    expect(countOf(verdicts.map(({ verdict }) => verdict))).toEqual({ wrong: tries });
    expect((await ada.looks()).challenge).toMatchObject({ state: 'closed', because: 'burned' });
    expect((await ada.pays(asker, id)).kind).toBe(tries === 9 ? 'blocked' : 'closed');
  });

  it('security 13: of three that the provider calls right, one succeeds, and the login is renewed once', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    const paid = await atOnce(3, () => ada.pays(asker, id));
    const verdicts = await Promise.all(paid.map((each) => ada.concludes(asker, id, each, 'right')));
    expect(countOf(verdicts.map(({ verdict }) => verdict))).toEqual({ right: 1, unknown: 2 });
    expect(await ada.redis.keys(`blitz:login:{${ada.sub}}:*`)).toHaveLength(1);
    const winner = verdicts.findIndex(({ verdict }) => verdict.kind === 'right');
    const login = await new RedisLogins(ada.redis).find(ada.sub, paid[winner]?.renewed ?? '');
    expect(login).toMatchObject({ proved: ['password', 'flashCall'], challengeId: id });
    expect((await ada.looks()).challenge).toMatchObject({ state: 'confirmed', made: { call: { procedure: 'sms-ru', canHangUp: true } } });
  });

  it('of any number of conclusions about one entry the first counts, and all are told it', async () => {
    for (let day = 0; day < 10; day += 1) {
      const person = new Person(connections);
      const asker = await person.opensLogin();
      const id = await person.isCalledByKeeper(asker);
      const paid = await person.pays(asker, id);
      const answers = ['right', 'wrong', 'unanswered'] as const;
      const told = await atOnce(21, (turn) => person.concludes(asker, id, paid, answers[(turn + day) % 3] ?? 'wrong'));
      expect(told.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(told.map(({ verdict }) => JSON.stringify(verdict))).size).toBe(1);
    }
  });

  it.each([8, 9, 10])('R8 security 14: with %d of 10 spent, the block begins once, with the last verdict', async (spent) => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    await ada.redis.hset(`blitz:budget:{${ada.sub}}:flashCall`, 'spent', String(spent));
    const paid = await atOnce(20, () => ada.pays(asker, id));
    const asked = paid.filter(({ kind }) => kind === 'asking');
    expect(asked).toHaveLength(10 - spent);
    const { blockedUntil } = await ada.looks();
    expect(blockedUntil).toBe(spent === 10 ? ada.now + limits.blockMs : 0);
    const verdicts = await Promise.all(asked.map((each) => ada.concludes(asker, id, each, 'wrong')));
    expect(verdicts.filter(({ verdict }) => verdict.blockBegins)).toHaveLength(spent === 10 ? 0 : 1);
    expect(await ada.looks()).toMatchObject({ spent: 10, blockedUntil: ada.now + limits.blockMs, challenge: { state: 'closed' } });
  });

  it('R11 security 22: a verdict given in another login, or in the name of another call, opens nothing', async () => {
    const [hers, another] = [await ada.opensLogin(), await ada.opensLogin()];
    const id = await ada.isCalledByKeeper(hers);
    const paid = await ada.pays(hers, id);
    const forged = { entry: newId(), renewed: newId() };
    expect((await ada.concludes(another, id, { ...paid, entry: forged.entry }, 'right')).verdict.kind).toBe('unknown');
    expect((await ada.concludes(hers, `${id}x`, { ...paid, entry: newId() }, 'right')).verdict.kind).toBe('superseded');
    expect((await ada.concludes(hers, id, { entry: newId(), renewed: newId() }, 'right')).verdict.kind).toBe('not_confirmed');
    expect(await new RedisLogins(ada.redis).find(ada.sub, hers.login)).toMatchObject({ proved: ['password'] });
    expect((await ada.concludes(hers, id, paid, 'right')).verdict.kind).toBe('right');
  });

  it('R19 a dialler that died: after 25 seconds its entry was a wrong one', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    const paid = await ada.pays(asker, id);
    ada.now += checkMs;
    expect((await ada.concludes(asker, id, paid, 'right')).verdict).toMatchObject({ kind: 'not_confirmed', triesLeft: 2, budgetLeft: 8 });
    expect((await ada.pays(asker, id)).kind).toBe('asking');
  });
});

describe('an entry on its way to the dialler', () => {
  const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation' };
  const paidFor = (typed: string): PaidEntry => ({
    asker: { sub: ada.sub, login: 'login' },
    challengeId: `${ada.sub}.challenge`,
    entry: newId(),
    typed,
    renewed: 'renewed',
    origin,
  });

  it('is claimed once, whole, however many want it', async () => {
    const paid = paidFor('7391');
    await entries.keep(paid);
    const claims = await atOnce(20, () => entries.claim(paid.challengeId, paid.entry));
    expect(claims.filter((claim) => claim !== undefined)).toEqual([paid]);
  });

  it('R14 shows nobody what was typed, and is gone in a minute', async () => {
    const paid = paidFor('739146');
    await entries.keep(paid);
    expect(await dumpOf(ada.redis)).not.toMatch(/739146|192\.0\.2\.1/);
    const left = await ada.redis.pttl(`blitz:entry:{${ada.sub}}:${paid.entry}`);
    expect(left > 0 && left <= 60_000).toBe(true);
  });

  it('is nothing to whoever claims it in the name of another challenge', async () => {
    const paid = paidFor('7391');
    await entries.keep(paid);
    await expect(entries.claim(`${ada.sub}.another`, paid.entry)).rejects.toThrow(RangeError);
  });

  it('hears of its conclusion, before and after it began to wait', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    const paid = await ada.pays(asker, id);
    const waiting = entries.verdict(id, paid.entry, 10_000);
    const { verdict } = await ada.concludes(asker, id, paid, 'wrong');
    expect(await waiting).toEqual(verdict);
    expect(await entries.verdict(id, paid.entry, 10_000)).toEqual(verdict);
  });

  it('waits no longer than it is told to, and stops listening', async () => {
    const asker = await ada.opensLogin();
    const id = await ada.isCalledByKeeper(asker);
    const paid = await ada.pays(asker, id);
    expect(await entries.verdict(id, paid.entry, 30)).toBeUndefined();
    expect(await ada.redis.pubsub('NUMSUB', `blitz:live:${ada.sub}`)).toEqual([`blitz:live:${ada.sub}`, 0]);
  });
});
