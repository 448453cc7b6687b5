import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { diallingMs, queueMs, type Asker } from '@blitz/factors';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { limits, Person } from './person.ts';

/** Each limit on its last moment and on the next: random days do not meet them often enough. */
let redis: Redis;
let ada: Person;
let asker: Asker;

beforeAll(async () => {
  redis = new Redis((await freshRedis()).url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  ada = new Person([redis]);
  asker = await ada.opensLogin();
});

describe('in Redis as on paper', () => {
  it.each([
    [limits.validityMs - 1, 'right', undefined],
    [limits.validityMs, 'closed', 'expired'],
    [limits.validityMs + 1, 'closed', 'expired'],
  ])('R5 the right code, %d ms after the call: %s', async (later, kind, because) => {
    const id = await ada.isCalled(asker);
    ada.now += later;
    const verdict = await ada.types(asker, id, 'right');
    expect([verdict.kind, verdict.because]).toEqual([kind, because]);
  });

  it.each([
    [limits.delayMs - 1, 'waiting'],
    [limits.delayMs, 'called'],
  ])('R16 another press, %d ms after the first: %s', async (later, kind) => {
    await ada.isCalled(asker);
    ada.now += later;
    expect((await ada.presses(asker)).kind).toBe(kind);
  });

  it.each([
    [queueMs, 'claimed', 1],
    [queueMs + 1, 'late', 0],
  ])('R17 a job taken up after %d ms: %s', async (later, verdict, spent) => {
    const { id } = await ada.presses(asker);
    expect((await ada.challenges.claim(id, ada.now + later)).kind).toBe(verdict);
    expect((await ada.looks()).spent).toBe(spent);
  });

  it.each([
    [queueMs, 'waiting', 1],
    [queueMs + 1, 'called', 1],
  ])('R3 R17 another press, %d ms after one that nobody took up: %s', async (later, kind, spent) => {
    await ada.presses(asker);
    ada.now += later;
    expect((await ada.presses(asker)).kind).toBe(kind);
    expect((await ada.looks()).spent).toBe(spent);
  });

  it.each([
    [diallingMs, 'waiting', 1],
    [diallingMs + 1, 'called', 2],
  ])('R3 R13 another press, %d ms after a dialler fell silent: %s', async (later, kind, spent) => {
    const { id } = await ada.presses(asker);
    await ada.challenges.claim(id, ada.now);
    ada.now += later;
    expect((await ada.presses(asker)).kind).toBe(kind);
    expect((await ada.looks()).spent).toBe(spent);
  });

  it('R8 an account that was called keeps its budget for good, and its call for longer than any login lives', async () => {
    await ada.isCalled(asker);
    expect(await redis.pttl(`blitz:budget:{${ada.sub}}:flashCall`)).toBe(-1);
    expect(await redis.pttl(`blitz:challenge:{${ada.sub}}`)).toBeGreaterThan(23 * 3_600_000);
  });
});
