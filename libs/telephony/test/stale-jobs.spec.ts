import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { queueMs } from '@blitz/factors';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { until } from './company.ts';
import { endOf, someone } from './kills/someone.ts';
import { TelephoneWorld } from './kills/telephone-world.ts';

const stale = 2_000;

let store: FreshRedis;
let redis: Redis;
let world: TelephoneWorld;

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
  world = await TelephoneWorld.opens();
});
afterAll(async () => {
  await world.closes();
  redis.disconnect();
});

it('R17 a queue full of jobs that nobody waits for any more is emptied without a call, all are paid back, and who presses now is called at once', async () => {
  const [desk, dialler] = await Promise.all([world.nearDialler(store.url), world.nearDialler(store.url)]);
  const gone = Array.from({ length: stale }, (_, turn) => someone(turn));
  const verdicts = await Promise.all(
    gone.map(async (person) => {
      await desk.asks('login', person);
      return (await desk.asks('press', { ...person, number: 1, ahead: -queueMs - 1_000 })).verdict;
    }),
  );
  expect(verdicts.filter((verdict) => verdict !== 'called')).toEqual([]);
  expect(await redis.llen('{blitz}:calls:wait')).toBe(stale);

  await dialler.asks('dial', {});
  const ada = someone(stale);
  await desk.asks('login', ada);
  const { challengeId } = await desk.asks('press', { ...ada, number: 1 });
  await until(() => dialler.reports.length === stale + 1);

  const served = dialler.reports.find(({ outcome }) => outcome === 'placed');
  expect(served?.waitedMs).toBeLessThan(5_000);
  expect(await world.callsFor(ada.number, challengeId)).toHaveLength(1);
  expect(await world.calls()).toHaveLength(1);
  expect(dialler.reports.filter(({ reason }) => reason === 'late')).toHaveLength(stale);
  const left = await Promise.all(gone.map((person) => desk.asks('look', person)));
  expect(left.filter(({ standing: { challenge, spent } }) => endOf(challenge).because !== 'late' || spent !== 0)).toEqual([]);
  await until(async () => (await redis.keys('{blitz}:calls:*-*.*')).length === 0);
});
