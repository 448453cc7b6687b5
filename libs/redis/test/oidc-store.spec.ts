import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { RedisOidcStore } from '@blitz/redis';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, dumpOf } from './person.ts';

const clock = { now: () => 1_800_000_000_999 };
let store: FreshRedis;
let redis: Redis;
const surroundings = { reuse: () => new Error('used already'), ended: () => new Error('ended'), origin: () => ({}) };
const models = (model: string): RedisOidcStore => new RedisOidcStore(redis, model, clock, surroundings);

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(() => store.flush());

describe('what oidc-provider asks to be remembered', () => {
  it.each(['Session', 'AccessToken', 'AuthorizationCode', 'RefreshToken', 'Interaction', 'Grant'])('%s: is found as it was', async (model) => {
    const id = newId();
    const payload = { jti: id, accountId: 'ada', nested: { list: [1, 'два'] }, empty: null };
    await models(model).upsert(id, payload, 60);
    expect(await models(model).find(id)).toEqual(payload);
    expect(await models(model).find(newId())).toBeUndefined();
  });

  it('security 22: a thing of one kind is no thing of another', async () => {
    const id = newId();
    await models('AccessToken').upsert(id, { jti: id, kind: 'AccessToken' }, 60);
    for (const other of ['RefreshToken', 'AuthorizationCode', 'Session', 'Interaction', 'Grant']) {
      expect(await models(other).find(id)).toBeUndefined();
    }
  });

  it('is forgotten in its time', async () => {
    const id = newId();
    await models('AuthorizationCode').upsert(id, { jti: id, grantId: 'g' }, 60);
    for (const key of await redis.keys('*')) {
      expect(await redis.pttl(key)).toBeGreaterThan(50_000);
      expect(await redis.pttl(key)).toBeLessThanOrEqual(60_000);
    }
  });

  it('lives longer when it is saved again', async () => {
    const id = newId();
    await models('Session').upsert(id, { jti: id, uid: 'u' }, 60);
    await models('Session').upsert(id, { jti: id, uid: 'u' }, 600);
    for (const key of await redis.keys('*')) expect(await redis.pttl(key)).toBeGreaterThan(590_000);
  });

  it('a life that is over already is over at once, not endless', async () => {
    const id = newId();
    await models('AccessToken').upsert(id, { jti: id }, -5);
    expect(await redis.pttl((await redis.keys('*'))[0] ?? 'none')).toBeLessThanOrEqual(1);
  });

  it('is gone when it was destroyed', async () => {
    const id = newId();
    await models('Session').upsert(id, { jti: id, uid: 'u' }, 60);
    await models('Session').destroy(id);
    expect(await models('Session').find(id)).toBeUndefined();
    expect(await models('Session').findByUid('u')).toBeUndefined();
  });

  it('a session is found by its other name', async () => {
    const id = newId();
    await models('Session').upsert(id, { jti: id, uid: 'the uid', accountId: 'ada' }, 60);
    expect(await models('Session').findByUid('the uid')).toEqual({ uid: 'the uid', accountId: 'ada' });
    expect(await models('Session').findByUid('another')).toBeUndefined();
  });

  it('a session that changed its id is found by the new one alone', async () => {
    const [older, newer] = [newId(), newId()];
    await models('Session').upsert(older, { jti: older, uid: 'u', accountId: 'ada' }, 60);
    await models('Session').upsert(newer, { jti: newer, uid: 'u', accountId: 'ada' }, 60);
    await models('Session').destroy(older);
    expect(await models('Session').findByUid('u')).toMatchObject({ accountId: 'ada' });
    expect(await models('Session').find(older)).toBeUndefined();
  });
});

describe('security 12: a thing of single use', () => {
  it.each(['AuthorizationCode', 'RefreshToken'])('%s: of 20 uses at once one wins', async (model) => {
    const id = newId();
    await models(model).upsert(id, { jti: id, grantId: 'g' }, 60);
    const uses = await atOnce(20, () => models(model).consume(id).then(() => 'won', (error: unknown) => (error as Error).message));
    expect(uses.filter((use) => use === 'won')).toHaveLength(1);
    expect(uses.filter((use) => use === 'used already')).toHaveLength(19);
    expect(await models(model).find(id)).toMatchObject({ consumed: 1_800_000_000 });
  });

  it('stays used when it is saved again', async () => {
    const id = newId();
    await models('RefreshToken').upsert(id, { jti: id }, 60);
    await models('RefreshToken').consume(id);
    await models('RefreshToken').upsert(id, { jti: id }, 60);
    await expect(models('RefreshToken').consume(id)).rejects.toThrow('used already');
  });

  it('that does not exist can’t be used, and is not brought to life by trying', async () => {
    await expect(models('AuthorizationCode').consume(newId())).rejects.toThrow('used already');
    expect(await redis.keys('*')).toEqual([]);
  });
});

describe('a grant that is revoked', () => {
  it('ends every token that came of it, and no other', async () => {
    const [hers, another] = [newId(), newId()];
    const ids = await atOnce(3, () => Promise.resolve(newId()));
    const kinds = ['AccessToken', 'AuthorizationCode', 'RefreshToken'];
    for (const [index, kind] of kinds.entries()) await models(kind).upsert(ids[index] ?? '', { jti: ids[index], grantId: hers }, 60);
    const spared = newId();
    await models('AccessToken').upsert(spared, { jti: spared, grantId: another }, 60);
    await models('AccessToken').revokeByGrantId(hers);
    for (const [index, kind] of kinds.entries()) expect(await models(kind).find(ids[index] ?? '')).toBeUndefined();
    expect(await models('AccessToken').find(spared)).toMatchObject({ grantId: another });
  });

  it('is findable for as long as its longest-lived token', async () => {
    const grantId = newId();
    for (const [model, life] of [['RefreshToken', 3600], ['AccessToken', 60]] as const) {
      await models(model).upsert(newId(), { grantId }, life);
    }
    expect(await redis.pttl(`blitz:oidc:grant:${grantId}`)).toBeGreaterThan(3_500_000);
  });

  it('that nobody has is no error', async () => {
    await expect(models('AccessToken').revokeByGrantId(newId())).resolves.toBeUndefined();
  });
});

it('security 6: whoever copies Redis gets no token, code or cookie that works', async () => {
  const secrets: string[] = [];
  const secret = (): string => {
    const id = newId();
    secrets.push(id);
    return id;
  };
  for (const model of ['Session', 'AccessToken', 'AuthorizationCode', 'RefreshToken', 'ClientCredentials']) {
    const id = secret();
    await models(model).upsert(id, { jti: id, uid: `uid of ${model}`, grantId: 'grant', kind: model }, 60);
    await models(model).find(id);
    if (model !== 'Session') await models(model).consume(id);
  }
  const cookie = secrets[0];
  await models('Interaction').upsert('interaction', { jti: 'interaction', session: { accountId: 'ada', uid: 'u', cookie } }, 60);
  const dump = await dumpOf(redis);
  for (const each of secrets) expect(dump).not.toContain(each);
  expect(await models('Interaction').find('interaction')).toMatchObject({ session: { accountId: 'ada', uid: 'u' } });
  await expect(redis.keys('*')).resolves.not.toHaveLength(0);
});
