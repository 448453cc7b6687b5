import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loginMs, type Login } from '@blitz/factors';
import { FakeLogins } from '@blitz/factors/fakes';
import { newId } from '@blitz/kernel';
import { RedisLogins } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, Person } from './person.ts';

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
