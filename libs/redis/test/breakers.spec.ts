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
    expect(await breakers.mayTry(name, now)).toBe(true);
    await failsOften(1);
    expect(await breakers.mayTry(name, now)).toBe(false);
    expect(await breakers.resting([name, 'other'], now)).toEqual({ [name]: now + firstRestMs });
  });

  it('is left alone by all of several at once that fail in the same moment, for no longer than one rest', async () => {
    await Promise.all(Array.from({ length: 20 }, () => breakers.failed(name, now)));
    expect(await breakers.resting([name], now)).toEqual({ [name]: now + firstRestMs });
  });

  it('has forgotten its failures with the first call that is made', async () => {
    await failsOften(failuresUntilRest - 1);
    await breakers.worked(name);
    await failsOften(failuresUntilRest - 1);
    expect(await breakers.mayTry(name, now)).toBe(true);
  });

  it('is tried with exactly one of many calls when its rest is over', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry(name, now + firstRestMs - 1)).toBe(false);
    const tries = await Promise.all(Array.from({ length: 20 }, () => breakers.mayTry(name, now + firstRestMs)));
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it('is tried again when the trial was lost with its dialler', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry(name, now + firstRestMs)).toBe(true);
    expect(await breakers.mayTry(name, now + firstRestMs + trialMs - 1)).toBe(false);
    expect(await breakers.mayTry(name, now + firstRestMs + trialMs)).toBe(true);
  });

  it('rests twice as long after each failed trial, up to a limit, and works for everybody after a good one', async () => {
    await failsOften(failuresUntilRest);
    let at = now + firstRestMs;
    for (const restMs of [60_000, 120_000, 240_000, longestRestMs, longestRestMs]) {
      expect(await breakers.mayTry(name, at)).toBe(true);
      await breakers.failed(name, at);
      expect(await breakers.resting([name], at)).toEqual({ [name]: at + restMs });
      at += restMs;
    }
    expect(await breakers.mayTry(name, at)).toBe(true);
    await breakers.worked(name);
    expect(await Promise.all([breakers.mayTry(name, at), breakers.mayTry(name, at)])).toEqual([true, true]);
  });

  it('is nobody else', async () => {
    await failsOften(failuresUntilRest);
    expect(await breakers.mayTry('new-tel', now)).toBe(true);
  });
});
