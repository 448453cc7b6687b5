import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallOutcome } from '@blitz/factors';
import { placedFrom } from '@blitz/factors/fakes';
import { BullMqCallQueueState } from '@blitz/telephony';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { until } from './company.ts';
import { connectionTo, dumpOf, Office } from './office.ts';

let store: FreshRedis;
let redis: Redis;
let office: Office;
let state: BullMqCallQueueState;

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  office = new Office(store.url);
  state = new BullMqCallQueueState(connectionTo(store.url));
});
afterEach(async () => {
  await state.close();
  await office.closes();
});

const idle = { waiting: 0, active: 0, delayed: 0, failed: 0, oldestWaitMs: 0, underWayMs: [] };

describe('the queue of calls, looked at', () => {
  it('is empty before the first call', async () => {
    expect(await state.look(office.clock.now())).toEqual({ calls: idle, followUps: idle });
  });

  it('tells what waits and for how long, what is under way, and nothing when it is done', async () => {
    const answers: ((outcome: CallOutcome) => void)[] = [];
    office.provider.answer = () => new Promise((resolve) => answers.push(resolve));
    for (const name of ['ada', 'eve', 'bob']) await office.presses(await office.person(name));
    const waiting = await state.look(office.clock.now() + 5_000);
    expect(waiting.calls).toMatchObject({ waiting: 3, active: 0 });
    expect(waiting.calls.oldestWaitMs).toBeGreaterThanOrEqual(5_000);
    office.dialler({ concurrency: 2 });
    await until(() => answers.length === 2);
    const { calls } = await state.look(office.clock.now() + 2_000);
    expect([calls.waiting, calls.active, calls.underWayMs.length]).toEqual([1, 2, 2]);
    for (const ms of calls.underWayMs) expect(ms).toBeGreaterThanOrEqual(2_000);
    office.provider.answer = placedFrom('+79587654321');
    for (const answer of answers) answer(placedFrom('+79587654321'));
    await until(() => office.reports.length === 3);
    await until(async () => (await state.look(office.clock.now())).calls.active === 0);
    expect((await state.look(office.clock.now())).calls).toEqual(idle);
  });

  it('is not changed by being looked at, and says of nobody whom the call is for', async () => {
    const id = await office.presses(await office.person('ada'));
    // Whoever adds to a queue says so once, a moment after the start.
    await until(async () => (await redis.exists('{blitz}:calls:meta', '{blitz}:followUps:meta')) === 2);
    const before = await dumpOf(redis);
    const told = JSON.stringify(await state.look(office.clock.now()));
    expect(await dumpOf(redis)).toBe(before);
    expect(told).not.toContain(id);
  });

  it('can be looked at over a connection that others use', async () => {
    const shared = new BullMqCallQueueState(redis);
    expect((await shared.look(office.clock.now())).calls).toEqual(idle);
    await shared.close();
    expect(await redis.ping()).toBe('PONG');
  });
});
