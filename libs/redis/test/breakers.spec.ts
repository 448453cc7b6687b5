import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { failuresUntilRest, firstRestMs, longestRestMs, trialMs } from '@blitz/procedures';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { RedisBreakers } from '../src/index.ts';

let redis: Redis;
let breakers: RedisBreakers;
const now = 1_800_000_000_000;
const name = 'sms-ru';

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await redis.flushdb();
  breakers = new RedisBreakers(redis);
});

const failsOften = async (times: number, at = now): Promise<void> => {
  for (let time = 0; time < times; time += 1) await breakers.failed(name, at);
};

describe('a provider that fails', () => {
  it('is asked again after one failure less than it takes, and left alone after as many', async () => {
    await failsOften(failuresUntilRest - 1);
    expect(await breakers.mayTry(name, now)).toBe('as_ever');
    await failsOften(1);
    expect(await breakers.mayTry(name, now)).toBe('not_now');
    expect(await breakers.resting([name, 'other'], now)).toEqual({ [name]: now + firstRestMs });
  });

  it('is left alone by all of several at once that fail in the same moment, for no longer than one rest', async () => {
    const begins = await Promise.all(Array.from({ length: 20 }, () => breakers.failed(name, now)));
    expect(begins.filter((until) => until !== undefined)).toEqual([now + firstRestMs]);
    expect(await breakers.resting([name], now)).toEqual({ [name]: now + firstRestMs });
  });

  it('has forgotten its failures with the first call that is made', async () => {
    await failsOften(failuresUntilRest - 1);
    expect(await breakers.worked(name)).toBe(false);
    await failsOften(failuresUntilRest - 1);
    expect(await breakers.mayTry(name, now)).toBe('as_ever');
  });

  it('is tried with exactly one of many calls when its rest is over', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry(name, now + firstRestMs - 1)).toBe('not_now');
    const tries = await Promise.all(Array.from({ length: 20 }, () => breakers.mayTry(name, now + firstRestMs)));
    expect(tries.filter((each) => each !== 'not_now')).toEqual(['as_trial']);
  });

  it('is tried again when the trial was lost with its dialler', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry(name, now + firstRestMs)).toBe('as_trial');
    expect(await breakers.mayTry(name, now + firstRestMs + trialMs - 1)).toBe('not_now');
    expect(await breakers.mayTry(name, now + firstRestMs + trialMs)).toBe('as_trial');
  });

  it('gives a trial that says nothing of it to the next call at once, and to one of many only', async () => {
    await failsOften(failuresUntilRest);
    const at = now + firstRestMs;
    for (let trial = 0; trial < 3; trial += 1) {
      const tries = await Promise.all(Array.from({ length: 20 }, () => breakers.mayTry(name, at)));
      expect(tries.filter((each) => each !== 'not_now')).toEqual(['as_trial']);
      await breakers.undecided(name);
    }
    expect(await breakers.mayTry(name, at)).toBe('as_trial');
    expect(await breakers.worked(name)).toBe(true);
  });

  it('rests no shorter for a trial that is given back after its rest began anew, and not at all when it works', async () => {
    await failsOften(failuresUntilRest);
    const at = now + firstRestMs;
    await breakers.mayTry(name, at);
    expect(await breakers.failed(name, at)).toBe(at + 2 * firstRestMs);
    await breakers.undecided(name);
    expect(await breakers.mayTry(name, at)).toBe('not_now');
    await breakers.worked(name);
    await breakers.undecided(name);
    expect(await breakers.mayTry(name, at)).toBe('as_ever');
    expect(await redis.keys('*')).toEqual([]);
  });

  it('is said to work again once, by the first of many calls that are made', async () => {
    await failsOften(failuresUntilRest);
    const said = await Promise.all(Array.from({ length: 20 }, () => breakers.worked(name)));
    expect(said.filter(Boolean)).toHaveLength(1);
  });

  it('rests twice as long after each failed trial, up to a limit, and works for everybody after a good one', async () => {
    await failsOften(failuresUntilRest);
    let at = now + firstRestMs;
    for (const restMs of [60_000, 120_000, 240_000, longestRestMs, longestRestMs]) {
      expect(await breakers.mayTry(name, at)).toBe('as_trial');
      expect(await breakers.failed(name, at)).toBe(at + restMs);
      expect(await breakers.resting([name], at)).toEqual({ [name]: at + restMs });
      at += restMs;
    }
    expect(await breakers.mayTry(name, at)).toBe('as_trial');
    expect(await breakers.worked(name)).toBe(true);
    expect(await Promise.all([breakers.mayTry(name, at), breakers.mayTry(name, at)])).toEqual(['as_ever', 'as_ever']);
  });

  it('is nobody else', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry('new-tel', now)).toBe('as_ever');
  });
});
