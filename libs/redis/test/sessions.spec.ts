import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { RedisLogins, RedisOidcStore, RedisSessions } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce } from './person.ts';

const start = 1_800_000_000_000;
const clock = { now: () => start };
const surroundings = {
  reuse: () => new Error('used already'),
  ended: () => new Error('ended'),
  origin: () => ({ address: '192.0.2.7', userAgent: 'Firefox' }),
};

let connections: Redis[];
let turn = 0;
const redis = (): Redis => connections[(turn += 1) % connections.length] as Redis;
const models = (model: string): RedisOidcStore => new RedisOidcStore(redis(), model, clock, surroundings);
const sessions = (): RedisSessions => new RedisSessions(redis());

beforeAll(async () => {
  const { url } = await freshRedis();
  connections = Array.from({ length: 4 }, () => new Redis(url));
});
afterAll(() => Promise.all(connections.map((each) => each.quit())));

/** A browser that is logged in, as oidc-provider keeps it. */
class Browser {
  readonly uid = newId();
  readonly grantId = newId();
  readonly refreshToken = newId();
  cookie = newId();

  constructor(
    readonly sub: string,
    readonly loginTs = start / 1000 - 60,
  ) {}

  async logsIn(): Promise<this> {
    await models('Grant').upsert(this.grantId, { jti: this.grantId, accountId: this.sub, clientId: 'shop' }, 600);
    await models('RefreshToken').upsert(this.refreshToken, { jti: this.refreshToken, grantId: this.grantId, accountId: this.sub }, 600);
    await this.isUsed();
    return this;
  }

  /** Each request that uses a session saves it. */
  async isUsed(authorizations: object = { shop: { sid: 'sid', grantId: this.grantId } }): Promise<void> {
    const { sub: accountId, uid, cookie: jti, loginTs } = this;
    await models('Session').upsert(jti, { jti, uid, accountId, loginTs, exp: start / 1000 + 600, authorizations }, 600);
  }

  async isIn(): Promise<boolean> {
    const [byCookie, byUid] = await Promise.all([models('Session').find(this.cookie), models('Session').findByUid(this.uid)]);
    expect(byCookie === undefined).toBe(byUid === undefined);
    return byCookie !== undefined;
  }

  async hasTokens(): Promise<boolean> {
    return (await models('Grant').find(this.grantId)) !== undefined && (await models('RefreshToken').find(this.refreshToken)) !== undefined;
  }
}

const idsOf = async (sub: string): Promise<readonly string[]> => (await sessions().list(sub, start)).map(({ id }) => id);

describe('the sessions of an account', () => {
  it('are listed with where, since when and in which applications, and nobody else’s are', async () => {
    const [ada, bob] = [newId(), newId()];
    const hers = await new Browser(ada).logsIn();
    await new Browser(bob).logsIn();
    expect(await sessions().list(ada, start)).toEqual([{
      ...{ id: hers.uid, begunAt: start - 60_000, lastUsedAt: start, expiresAt: start + 600_000 },
      ...{ address: '192.0.2.7', userAgent: 'Firefox', applications: ['shop'] },
    }]);
    expect(await sessions().list(ada, start + 600_000)).toEqual([]);
    expect(await sessions().list(newId(), start)).toEqual([]);
  });

  it('are not told by the name that opens them', async () => {
    const hers = await new Browser(newId()).logsIn();
    expect(JSON.stringify(await sessions().list(hers.sub, start))).not.toContain(hers.cookie);
  });

  it('stay one session when the browser’s cookie changes', async () => {
    const hers = await new Browser(newId()).logsIn();
    await models('Session').destroy(hers.cookie);
    hers.cookie = newId();
    await hers.isUsed();
    expect(await idsOf(hers.sub)).toEqual([hers.uid]);
    await sessions().end(hers.sub, hers.uid);
    expect(await hers.isIn()).toBe(false);
  });

  it('leave nothing behind that outlives them, but their grants', async () => {
    const hers = await new Browser(newId()).logsIn();
    for (const key of await redis().keys(`*${hers.uid}*`)) expect(await redis().pttl(key)).toBeLessThanOrEqual(600_000);
    expect(await redis().pttl(`blitz:oidc:sessions-of:{${hers.sub}}`)).toBeLessThanOrEqual(600_000);
  });

  it('are gone from the list after a logout', async () => {
    const hers = await new Browser(newId()).logsIn();
    await models('Session').destroy(hers.cookie);
    expect(await idsOf(hers.sub)).toEqual([]);
  });
});

describe('a session that an administrator ends', () => {
  it('is over with its tokens, and the person’s other ones stay', async () => {
    const sub = newId();
    const [phone, desk] = [await new Browser(sub).logsIn(), await new Browser(sub).logsIn()];
    expect(await sessions().end(sub, phone.uid)).toBe(true);
    expect([await phone.isIn(), await phone.hasTokens(), await desk.isIn(), await desk.hasTokens()]).toEqual([false, false, true, true]);
    expect(await idsOf(sub)).toEqual([desk.uid]);
  });

  it('is ended once, of however many who do it, and never by another account’s name', async () => {
    const [hers, other] = [await new Browser(newId()).logsIn(), await new Browser(newId()).logsIn()];
    for (const id of [other.uid, newId(), '', '*', 'ended']) expect(await sessions().end(hers.sub, id)).toBe(false);
    expect(await other.isIn()).toBe(true);
    const told = await atOnce(20, () => sessions().end(hers.sub, hers.uid));
    expect(told.filter((each) => each)).toHaveLength(1);
  });

  it('does not survive being used at that very moment, nor does what is granted meanwhile', async () => {
    for (let round = 0; round < 30; round += 1) {
      const hers = await new Browser(newId()).logsIn();
      const granted = newId();
      const using = async (): Promise<string> => {
        try {
          await models('Grant').upsert(granted, { jti: granted, accountId: hers.sub, clientId: 'cinema' }, 600);
          await hers.isUsed({ shop: { grantId: hers.grantId }, cinema: { grantId: granted } });
          return 'handed out';
        } catch (error) {
          return (error as Error).message;
        }
      };
      const [used] = await Promise.all([using(), sessions().end(hers.sub, hers.uid)]);
      expect(await hers.isIn()).toBe(false);
      expect(await hers.hasTokens()).toBe(false);
      // Either the request failed, so nobody was told of what it granted, or that ended, too.
      if (used === 'handed out') expect(await models('Grant').find(granted)).toBeUndefined();
      else expect(used).toBe('ended');
      await expect(hers.isUsed()).rejects.toThrow('ended');
    }
  });

  it('does not come back under another cookie that it is given meanwhile', async () => {
    for (let round = 0; round < 30; round += 1) {
      const hers = await new Browser(newId()).logsIn();
      const renewing = async (): Promise<void> => {
        await models('Session').destroy(hers.cookie);
        hers.cookie = newId();
        await hers.isUsed().catch(() => undefined);
      };
      await Promise.all([renewing(), sessions().end(hers.sub, hers.uid)]);
      expect(await hers.isIn()).toBe(false);
      expect(await hers.hasTokens()).toBe(false);
    }
  });

  it('takes its grant along for good: whoever is about to save it again can’t', async () => {
    const hers = await new Browser(newId()).logsIn();
    await sessions().end(hers.sub, hers.uid);
    const again = models('Grant').upsert(hers.grantId, { jti: hers.grantId, accountId: hers.sub }, 600);
    await expect(again).rejects.toThrow('ended');
  });
});

describe('all sessions of an account', () => {
  it('end together with what applications hold without one, and the next login is let in', async () => {
    const sub = newId();
    const browsers = await atOnce(5, () => new Browser(sub).logsIn());
    const [loggedOut] = browsers as [Browser];
    await models('Session').destroy(loggedOut.cookie);
    const bob = await new Browser(newId()).logsIn();
    expect(await sessions().endAll(sub, start)).toBe(4);
    for (const each of browsers) expect([await each.isIn(), await each.hasTokens()]).toEqual([false, false]);
    expect(await idsOf(sub)).toEqual([]);
    expect(await bob.isIn()).toBe(true);
    const later = await new Browser(sub, start / 1000 + 1).logsIn();
    expect(await later.isIn()).toBe(true);
    expect(await idsOf(sub)).toEqual([later.uid]);
  });

  it('end although a login that began before comes through only now', async () => {
    const sub = newId();
    await sessions().endAll(sub, start);
    await expect(new Browser(sub, start / 1000).logsIn()).rejects.toThrow('ended');
    await expect(new Browser(sub, start / 1000 - 5).logsIn()).rejects.toThrow('ended');
    expect(await idsOf(sub)).toEqual([]);
  });

  it('end with the logins under way, in whichever step they are', async () => {
    const sub = newId();
    const [before, after] = [newId(), newId()];
    const login = { sub, proved: ['password' as const], trustSettled: false };
    await new RedisLogins(redis()).open({ ...login, id: before, startedAt: start });
    await sessions().endAll(sub, start);
    await new RedisLogins(redis()).open({ ...login, id: after, startedAt: start + 1_000 });
    expect(await new RedisLogins(redis()).find(sub, before)).toBeUndefined();
    expect(await new RedisLogins(redis()).find(sub, after)).toMatchObject({ id: after });
  });

  it('end although new ones are begun and used at that very moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const sub = newId();
      const browsers = Array.from({ length: 5 }, () => new Browser(sub));
      await Promise.all([...browsers.map((each) => each.logsIn().catch(() => undefined)), sessions().endAll(sub, start)]);
      for (const each of browsers) expect(await each.isIn()).toBe(false);
      for (const each of browsers) expect(await models('Grant').find(each.grantId).then((grant) => grant !== undefined && each.isIn())).toBe(false);
    }
  });

  it('leave nothing behind that does not end by itself', async () => {
    const sub = newId();
    await new Browser(sub).logsIn();
    await sessions().endAll(sub, start);
    for (const key of await redis().keys('*')) expect(await redis().pttl(key)).toBeGreaterThan(0);
  });
});
