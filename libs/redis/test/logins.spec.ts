import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { handOverAfterMs, handOverMs, loginMs, type Challenges, type Login, type Logins } from '@blitz/factors';
import { FakeChallenges, FakeLogins } from '@blitz/factors/fakes';
import { newId } from '@blitz/kernel';
import { RedisChallenges, RedisLogins } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, limits, madeByProvider, madeWith, Person } from './person.ts';

let redis: Redis;
let logins: RedisLogins;
let login: Login;
const key = (): string => `blitz:login:{${login.sub}}:${login.id}`;

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
  logins = new RedisLogins(redis);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  login = { id: newId(), sub: newId(), startedAt: 1_800_000_000_000, proved: ['password'], trustSettled: false };
  await logins.open(login);
});

describe('a login', () => {
  it('is found as it was opened, by its account and its id alone', async () => {
    expect(await logins.find(login.sub, login.id)).toEqual(login);
    expect(await logins.find(newId(), login.id)).toBeUndefined();
    expect(await logins.find(login.sub, newId())).toBeUndefined();
  });

  it('R1 that does not exist is none, and asking makes none', async () => {
    const nobody = newId();
    expect(await logins.find(nobody, 'x')).toBeUndefined();
    expect(await redis.keys(`*${nobody}*`)).toEqual([]);
  });

  it('is forgotten when it takes too long', async () => {
    const left = await redis.pttl(key());
    expect(left).toBeGreaterThan(loginMs - 10_000);
    expect(left).toBeLessThanOrEqual(loginMs);
  });

  it('R12 keeps its end when the right code renews it, and says what was proved in order', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    await redis.pexpire(`blitz:login:{${ada.sub}}:${asker.login}`, 60_000);
    const id = await ada.isCalled(asker);
    ada.now += 1;
    await ada.challenges.enter(asker, { id, entry: 'entry', digest: 'right', renewed: 'renewed' }, ada.now, ada.limits);
    expect(await logins.find(ada.sub, 'renewed')).toMatchObject({ proved: ['password', 'flashCall'], trustSettled: false });
    expect(await redis.pttl(`blitz:login:{${ada.sub}}:renewed`)).toBeLessThanOrEqual(60_000);
    expect(await redis.pttl(`blitz:login:{${ada.sub}}:renewed`)).toBeGreaterThan(0);
  });

  it('settles whether the browser is trusted for exactly one of many that ask', async () => {
    const settled = await atOnce(20, () => logins.settleTrust(login.sub, login.id));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await logins.settleTrust(login.sub, login.id)).toBe(false);
    expect(await logins.find(login.sub, login.id)).toEqual({ ...login, trustSettled: true });
    expect(await redis.pttl(key())).toBeGreaterThan(0);
  });

  it('ends for exactly one of many that end it', async () => {
    const ended = await atOnce(20, () => logins.end(login.sub, login.id));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await logins.find(login.sub, login.id)).toBeUndefined();
  });

  it('that ended is not brought back by the question about trust', async () => {
    await logins.end(login.sub, login.id);
    expect(await logins.settleTrust(login.sub, login.id)).toBe(false);
    expect(await redis.exists(key())).toBe(0);
  });

  it('that ended, or ends at the same moment, never stays behind without an end', async () => {
    await atOnce(20, (turn) => (turn % 2 === 0 ? logins.settleTrust(login.sub, login.id) : logins.end(login.sub, login.id)));
    expect(await redis.exists(key())).toBe(0);
  });

  it('R1 that ended asks for no call and enters no code', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    await logins.end(ada.sub, asker.login);
    expect((await ada.types(asker, id, 'right')).kind).toBe('unknown');
    expect((await ada.presses(asker)).kind).toBe('unknown');
  });

  it('behaves in memory, as tests have it, like in Redis', async () => {
    const fake = new FakeLogins();
    await fake.open(login);
    for (const each of [fake, logins]) {
      expect([await each.settleTrust(login.sub, login.id), await each.settleTrust(login.sub, login.id)]).toEqual([true, false]);
      expect(await each.find(login.sub, login.id)).toEqual({ ...login, trustSettled: true });
      expect([await each.end(login.sub, login.id), await each.end(login.sub, login.id)]).toEqual([true, false]);
      expect(await each.settleTrust(login.sub, login.id)).toBe(false);
    }
  });
});

/** The fake and Redis live the same: a code was right, and the answer that tells the login's new name was lost. */
describe.each(['memory', 'Redis'])('a login that was renewed and whose browser was not told, kept in %s', (where) => {
  const now = 1_800_000_000_000;
  let stores: { readonly logins: Logins; readonly challenges: Challenges };
  beforeEach(() => {
    const fake = new FakeLogins();
    stores = where === 'Redis' ? { logins, challenges: new RedisChallenges(redis) } : { logins: fake, challenges: new FakeChallenges(fake) };
  });

  /** Up to the right digits; the provider alone knows them, or not. */
  async function renewed(code: 'ours' | 'kept' = 'ours'): Promise<{ readonly id: string; readonly looks: (later: number, challenge?: string, name?: string) => Promise<unknown> }> {
    const { sub } = login;
    const asker = { sub, login: login.id };
    const id = `${sub}.call`;
    await stores.logins.open(login);
    await stores.challenges.call(asker, 1, id, now, limits);
    await stores.challenges.claim(id, now);
    await stores.challenges.placed(id, code === 'ours' ? madeWith('right') : madeByProvider, now, limits);
    expect(await stores.logins.handOver(sub, login.id, id, now)).toEqual({ kind: 'none' });
    const entry = { id, entry: 'entry', renewed: 'renewed' };
    const { kind } = await stores.challenges.enter(asker, { ...entry, digest: 'right' }, now, limits);
    expect(kind).toBe(code === 'ours' ? 'right' : 'asking');
    if (code === 'kept') await stores.challenges.conclude(asker, { ...entry, answer: 'right' }, now, limits);
    return { id, looks: (later, challenge = id, name = login.id) => stores.logins.handOver(sub, name, challenge, now + later) };
  }

  it.each(['ours', 'kept'] as const)('is found by its old name for a minute, after the answer had its time: the code was %s', async (code) => {
    const { looks } = await renewed(code);
    expect(await looks(0)).toEqual({ kind: 'soon', inMs: handOverAfterMs });
    expect(await looks(handOverAfterMs - 1)).toEqual({ kind: 'soon', inMs: 1 });
    for (let again = 0; again < 2; again += 1) expect(await looks(handOverAfterMs)).toEqual({ kind: 'renewed', login: 'renewed' });
    expect(await looks(handOverMs - 1)).toEqual({ kind: 'renewed', login: 'renewed' });
    expect(await looks(handOverMs)).toEqual({ kind: 'none' });
  });

  it('security 11: has no other name from the moment on that its new one is used', async () => {
    const { looks } = await renewed();
    expect(await stores.logins.find(login.sub, login.id)).toBeUndefined();
    expect(await looks(handOverAfterMs)).toMatchObject({ kind: 'renewed' });
    expect(await stores.logins.find(login.sub, 'renewed')).toMatchObject({ proved: ['password', 'flashCall'] });
    expect(await looks(handOverAfterMs)).toEqual({ kind: 'none' });
    expect(await stores.logins.find(login.sub, 'renewed')).toMatchObject({ id: 'renewed' });
  });

  it('R11 is nothing to another call, another name, another account', async () => {
    const { id, looks } = await renewed();
    expect(await looks(handOverAfterMs, `${login.sub}.another`)).toEqual({ kind: 'none' });
    expect(await looks(handOverAfterMs, id, 'renewed')).toEqual({ kind: 'none' });
    expect(await stores.logins.handOver(newId(), login.id, id, now + handOverAfterMs)).toEqual({ kind: 'none' });
  });

  it('R12 ends once, however many were told its name', async () => {
    const { looks } = await renewed();
    const told = await atOnce(20, () => looks(handOverAfterMs));
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    const ended = await atOnce(20, () => stores.logins.end(login.sub, 'renewed'));
    expect(ended.filter(Boolean)).toHaveLength(1);
  });
});

describe('what is left of a login under its old name', () => {
  it('is forgotten in a minute, and at once when the new name is used, however many use it', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    await ada.challenges.enter(asker, { id, entry: 'entry', digest: 'right', renewed: 'renewed' }, ada.now, ada.limits);
    const left = `blitz:hand-over:{${ada.sub}}:${asker.login}`;
    const [ttl, whole] = [await redis.pttl(left), await redis.hgetall(`blitz:login:{${ada.sub}}:renewed`)];
    expect(ttl > 0 && ttl <= handOverMs).toBe(true);
    const found = await atOnce(20, () => logins.find(ada.sub, 'renewed'));
    expect(new Set(found.map((each) => each?.id))).toEqual(new Set(['renewed']));
    expect(await redis.exists(left)).toBe(0);
    const { renewedFrom, ...rest } = whole;
    expect([renewedFrom, await redis.hgetall(`blitz:login:{${ada.sub}}:renewed`)]).toEqual([asker.login, rest]);
  });

  it('brings no login back that ended meanwhile', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    await ada.types(asker, await ada.isCalled(asker), 'right');
    const [key = ''] = await redis.keys(`blitz:login:{${ada.sub}}:*`);
    const id = key.slice(key.lastIndexOf(':') + 1);
    await atOnce<unknown>(20, (turn) => (turn % 2 === 0 ? logins.find(ada.sub, id) : logins.end(ada.sub, id)));
    expect(await redis.exists(key)).toBe(0);
  });
});
