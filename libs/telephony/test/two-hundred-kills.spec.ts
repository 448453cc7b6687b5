import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import { KilledRounds, type Facts, type Place } from './kills/killed-rounds.ts';
import { Dice, moments, plan } from './kills/plan.ts';
import { listens, TelephoneWorld } from './kills/telephone-world.ts';

const seed = 20_261_126;
const rounds = 200;
const lanes = 8;

/** Diallers are processes, the provider is the phone simulator, Redis is a network away. Every process dies but the last ones. */
let folder: string;
let server: EmbeddedServer;
let world: TelephoneWorld;
let listener: Redis;
let facts: readonly Facts[] = [];
const connections: Redis[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blitz-kills-'));
  server = await startRedis({ folder, appendOnly: false });
  world = await TelephoneWorld.opens();
  const plans = plan(rounds, 10, new Dice(seed));
  const inLanes = Array.from({ length: lanes }, (_, lane) => {
    const redisUrl = `${server.url}/${String(lane)}`;
    const redis = new Redis(redisUrl);
    connections.push(redis);
    return { played: new KilledRounds(world, redis, redisUrl), plans: plans.filter(({ round }) => round % lanes === lane) };
  });
  listener = await listens(server.url, (sub) => inLanes.forEach(({ played }) => played.hears(sub)));
  await Promise.all(inLanes.map(({ played, plans: own }) => played.play(own)));
  facts = inLanes.flatMap(({ played }) => played.facts);
}, 280_000);

afterAll(async () => {
  await world.closes();
  listener.disconnect();
  for (const redis of connections) redis.disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const places: readonly Place[] = ['taken', ...moments];
const stoppedAt = (place: Place): readonly Facts[] => facts.filter((each) => each.stoppedAt === place);
/** With the seed, so that a failure tells how to play it again. */
const thoseThat = (wrong: (each: Facts) => boolean): unknown => ({ seed, rounds: facts.filter(wrong) });
const none = { seed, rounds: [] };

describe('R3 R13 two hundred presses whose dialler is killed, or frozen until nobody expects it any more', () => {
  it('were stopped at every point', () => {
    expect(facts).toHaveLength(rounds);
    const spread = Object.fromEntries(places.map((place) => [place, stoppedAt(place).length]));
    expect(Object.entries(spread).filter(([place, times]) => times < (place === 'taken' ? 3 : 15))).toEqual([]);
    expect(facts.filter(({ plan: { how } }) => how === 'frozen')).toHaveLength(rounds / 10);
  });

  it('ring at most once each', () => {
    expect(thoseThat(({ calls, callsAtLast }) => calls > 1 || callsAtLast > 1)).toEqual(none);
  });

  it('wait for a code only if the phone rang, and else say that the call was interrupted', () => {
    expect(thoseThat(({ state, because, calls }) => (state === 'awaiting' ? calls !== 1 : because !== 'interrupted'))).toEqual(none);
  });

  it('are lost to nobody whose dialler had not begun: the next one calls', () => {
    expect(thoseThat((each) => ['paid', 'taken'].includes(each.stoppedAt) && each.state !== 'awaiting')).toEqual(none);
  });

  it('stay paid for: of none is it known that it did not ring', () => {
    expect(thoseThat(({ spent }) => spent !== 1)).toEqual(none);
  });

  it('leave a code that counts where it was stored in time', () => {
    expect(thoseThat(({ firstEntry }) => firstEntry !== '' && firstEntry !== 'right')).toEqual(none);
    expect(facts.filter(({ firstEntry }) => firstEntry === 'right').length).toBeGreaterThan(10);
  });

  it('let the person ask for another call, which rings once and whose code is right', () => {
    const went = ({ next, firstEntry }: Facts): boolean =>
      next.verdict === 'called' && next.state === 'awaiting' && next.calls === 1 && next.entry === 'right' && next.spent === (firstEntry === '' ? 2 : 1);
    expect(thoseThat((each) => !went(each))).toEqual(none);
  });

  it('leave no job behind', () => {
    expect(thoseThat(({ jobsLeft }) => jobsLeft.length > 0)).toEqual(none);
  });
});
