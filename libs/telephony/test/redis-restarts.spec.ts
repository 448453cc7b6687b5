import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Dice, plan } from './kills/plan.ts';
import { RestartedRounds, type RestartFacts } from './kills/restarted-rounds.ts';
import { TelephoneWorld } from './kills/telephone-world.ts';

const seed = 19_691_029;
const rounds = 24;
const lanes = 4;

let folder: string;
let world: TelephoneWorld;
let facts: readonly RestartFacts[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blitz-restarts-'));
  world = await TelephoneWorld.opens();
  const plans = plan(rounds, 0, new Dice(seed));
  const inLanes = Array.from({ length: lanes }, (_, lane) => ({
    played: new RestartedRounds(world, join(folder, String(lane))),
    plans: plans.filter(({ round }) => round % lanes === lane),
  }));
  await Promise.all(inLanes.map(({ played, plans: own }) => played.play(own)));
  facts = inLanes.flatMap(({ played }) => played.facts);
}, 300_000);

afterAll(async () => {
  await world.closes();
  await rm(folder, { recursive: true, force: true });
});

/** With the seed, so that a failure tells how to play it again. */
const thoseThat = (wrong: (each: RestartFacts) => boolean): unknown => ({ seed, rounds: facts.filter(wrong) });
const none = { seed, rounds: [] };

describe('R3 R13 a press while Redis is killed and started again, at any moment, with every answer on its way lost', () => {
  it('rings at most once', () => {
    expect(facts).toHaveLength(rounds);
    expect(thoseThat(({ calls, callsAtLast }) => calls > 1 || callsAtLast > 1)).toEqual(none);
  });

  it('waits for a code only if the phone rang', () => {
    expect(thoseThat(({ state, calls }) => state === 'awaiting' && calls !== 1)).toEqual(none);
  });

  it('costs what was paid for it, or nothing if nobody was called', () => {
    expect(thoseThat(({ cost, calls }) => cost > 1 || cost < calls)).toEqual(none);
    const surelyNot = (because: string): boolean => ['late', 'not_queued', 'provider_unavailable'].includes(because);
    expect(thoseThat(({ cost, state, because }) => cost === 0 && state !== 'queued' && !surelyNot(because))).toEqual(none);
  });

  it('leaves a page from which the person can go on, and another call rings once, and its code is right', () => {
    expect(thoseThat(({ page }) => page !== 'closed' && page !== 'open')).toEqual(none);
    const went = { verdict: 'called', state: 'awaiting', calls: 1, entry: 'right' };
    expect(thoseThat(({ next }) => Object.entries(went).some(([key, value]) => next[key as keyof typeof went] !== value))).toEqual(none);
  });

  it('leaves no job behind', () => {
    expect(thoseThat(({ jobsLeft }) => jobsLeft.length > 0)).toEqual(none);
  });
});
