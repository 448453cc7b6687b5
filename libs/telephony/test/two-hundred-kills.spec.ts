import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import { KilledRounds, type Facts } from './kills/killed-rounds.ts';
import { Dice, moments, plan, type Moment } from './kills/plan.ts';
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
  listener = await listens(server.url, {
    step: (sub) => inLanes.forEach(({ played }) => played.hears(sub)),
    taken: (database) => inLanes[database]?.played.hearsOfJob(),
  });
  await Promise.all(inLanes.map(({ played, plans: own }) => played.play(own)));
  facts = inLanes.flatMap(({ played }) => played.facts);
}, 540_000);

afterAll(async () => {
  await world.closes();
  listener.disconnect();
  for (const redis of connections) redis.disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const stoppedAt = (place: Moment): readonly Facts[] => facts.filter((each) => each.stoppedAt === place);
/** With the seed, so that a failure tells how to play it again. */
const thoseThat = (wrong: (each: Facts) => boolean): unknown => ({ seed, rounds: facts.filter(wrong) });
const none = { seed, rounds: [] };

describe('R3 R13 two hundred presses whose dialler is killed, or frozen until nobody expects it any more', () => {
  it('were stopped at every point', () => {
    expect(facts).toHaveLength(rounds);
    const spread = Object.fromEntries(moments.map((moment) => [moment, stoppedAt(moment).length]));
    expect(Object.entries(spread).filter(([, times]) => times < 12)).toEqual([]);
    expect(facts.filter(({ plan: { how } }) => how === 'frozen').length).toBeGreaterThan(15);
  });

  it('ring at most once each', () => {
    expect(thoseThat(({ calls, callsAtLast }) => calls > 1 || callsAtLast > 1)).toEqual(none);
  });

  it('wait for a code only if the phone rang', () => {
    expect(thoseThat(({ state, calls }) => (state === 'awaiting' ? calls !== 1 : state !== 'closed'))).toEqual(none);
  });

  it('say that the call was interrupted, and stay paid for, if it may have been made and no code came of it', () => {
    const inDoubt = ({ stoppedAt: at }: Facts): boolean => at !== 'paid' && at !== 'taken' && at !== 'stored';
    expect(thoseThat((each) => inDoubt(each) && !(each.because === 'interrupted' && each.spent === 1))).toEqual(none);
  });

  it('are lost to nobody whose dialler had not begun: the next one calls', () => {
    const begun = ({ stoppedAt: at }: Facts): boolean => at !== 'paid' && at !== 'taken';
    const called = ({ state, spent }: Facts): boolean => state === 'awaiting' && spent === 1;
    const paidBack = ({ because, spent, calls }: Facts): boolean => because === 'provider_unavailable' && spent === 0 && calls === 0;
    const inDoubt = ({ because, spent }: Facts): boolean => because === 'interrupted' && spent === 1;
    const others = facts.filter((each) => !begun(each) && !called(each));
    // On a machine short of time the next dialler may lose its job, too: it may not be lost without a word or at a wrong price.
    expect({ seed, rounds: others.filter((each) => !paidBack(each) && !inDoubt(each)) }).toEqual(none);
    expect(others.length).toBeLessThan(10);
  });

  it('leave a code that counts where it was stored in time', () => {
    expect(thoseThat(({ firstEntry }) => firstEntry !== '' && firstEntry !== 'right')).toEqual(none);
    expect(facts.filter(({ firstEntry }) => firstEntry === 'right').length).toBeGreaterThan(10);
  });

  it('let the person ask for another call, which rings once and whose code is right', () => {
    const went = ({ next: { verdict, state, calls, entry } }: Facts): boolean =>
      verdict === 'called' && state === 'awaiting' && calls === 1 && entry === 'right';
    expect(thoseThat((each) => !went(each))).toEqual(none);
    expect(facts.filter(({ presses }) => presses > 2).length).toBeLessThan(10);
  });

  it('leave no job behind', () => {
    expect(thoseThat(({ jobsLeft }) => jobsLeft.length > 0)).toEqual(none);
  });
});
