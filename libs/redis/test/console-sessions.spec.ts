import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consoleSessionTimes, signInAttemptMs } from '@blitz/accounts';
import { consoleSessionsContract } from '@blitz/accounts/contracts';
import { newId } from '@blitz/kernel';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { RedisConsoleSessions, RedisSessions, RedisSignInAttempts } from '../src/index.ts';

const now = 1_800_000_000_000;
let redis: Redis;
beforeAll(async () => (redis = new Redis((await freshRedis()).url)));
afterAll(() => redis.quit());

consoleSessionsContract(() => new RedisConsoleSessions(redis));

const session = { sub: '00000000-0000-4000-8000-000000000000', enteredBy: 'link', openedAt: now, endsAt: now + 3_600_000, freshUntil: now } as const;

describe('sessions of blitz-console in Redis', () => {
  it('end by themselves, in memory too, and never live longer than they may', async () => {
    const [sessions, token] = [new RedisConsoleSessions(redis), newId()];
    await redis.flushdb();
    await sessions.open(token, session);
    const [key = ''] = await redis.keys('*');
    expect(await redis.pttl(key)).toBeGreaterThan(consoleSessionTimes.idleMs - 5_000);
    for (let at = now; at < session.endsAt - 1_000; at += consoleSessionTimes.idleMs - 1) await sessions.use(token, at);
    await sessions.use(token, session.endsAt - 1_000);
    expect(await redis.pttl(key)).toBeLessThanOrEqual(1_000);
  });

  it('are no help to whoever reads Redis', async () => {
    const [sessions, token] = [new RedisConsoleSessions(redis), newId()];
    await redis.flushdb();
    await sessions.open(token, session);
    const [key = ''] = await redis.keys('*');
    expect(JSON.stringify([key, await redis.hgetall(key)])).not.toContain(token);
    expect(await sessions.use(key.slice(key.indexOf('{') + 1, -1), now)).toBeUndefined();
  });

  it('once ended are not brought back by a request under way', async () => {
    const sessions = new RedisConsoleSessions(redis);
    for (let round = 0; round < 20; round += 1) {
      const token = newId();
      await sessions.open(token, session);
      await Promise.all([sessions.use(token, now), sessions.end(token), sessions.use(token, now)]);
      expect(await sessions.use(token, now)).toBeUndefined();
    }
  });
});

describe('an administrator whose sessions all end', () => {
  it('is out of blitz-console as well, and in again after the next login', async () => {
    const sessions = new RedisConsoleSessions(redis);
    const [sub, other] = [randomUUID(), randomUUID()];
    const [before, after, theirs] = [newId(), newId(), newId()];
    await sessions.open(before, { ...session, sub });
    await sessions.open(theirs, { ...session, sub: other });
    await new RedisSessions(redis).endAll(sub, now + 5_000);
    await sessions.open(after, { ...session, sub, openedAt: now + 6_000 });
    expect(await sessions.use(before, now + 6_000)).toBeUndefined();
    expect([(await sessions.use(after, now + 6_000))?.sub, (await sessions.use(theirs, now + 6_000))?.sub]).toEqual([sub, other]);
  });
});

describe('attempts to sign in', () => {
  const attempt = { nonce: 'n', codeVerifier: 'v', to: '/blitz/console/users', fresh: false, startedAt: now };
  const attempts = (): RedisSignInAttempts => new RedisSignInAttempts(redis);

  it('are good once, however many come back with one at once', async () => {
    const [browser, state] = [newId(), newId()];
    await attempts().begin(browser, state, attempt);
    const got = await Promise.all(Array.from({ length: 10 }, () => attempts().claim(browser, state, now + 1)));
    expect(got.filter((each) => each !== undefined)).toEqual([attempt]);
  });

  it('are found in the browser that began them alone, and not used up by another', async () => {
    const [browser, state] = [newId(), newId()];
    await attempts().begin(browser, state, attempt);
    for (const [who, what] of [[newId(), state], [browser, newId()], ['', state], [browser, ''], [`${browser}\n${state}`, '']] as const) {
      expect(await attempts().claim(who, what, now)).toBeUndefined();
    }
    expect(await attempts().claim(browser, state, now)).toEqual(attempt);
  });

  it('are over when their time is, and leave nothing behind', async () => {
    await redis.flushdb();
    const [browser, early, late] = [newId(), newId(), newId()];
    for (const state of [early, late]) await attempts().begin(browser, state, attempt);
    for (const key of await redis.keys('*')) expect(await redis.pttl(key)).toBeGreaterThan(0);
    expect(await attempts().claim(browser, early, now + signInAttemptMs - 1)).toEqual(attempt);
    expect(await attempts().claim(browser, late, now + signInAttemptMs)).toBeUndefined();
    expect(await redis.keys('*')).toEqual([]);
  });
});
