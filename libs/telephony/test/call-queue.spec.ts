import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { queueMs, type CallOutcome } from '@blitz/factors';
import { placedFrom } from '@blitz/factors/fakes';
import { BullMqCallQueue } from '@blitz/telephony';
import { freshRedis, startRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { until } from './company.ts';
import { connectionTo, dumpOf, Office } from './office.ts';

let store: FreshRedis;
let redis: Redis;
let office: Office;

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  office = new Office(store.url);
});
afterEach(() => office.closes());

/** A provider that answers when it is told to. */
function slowProvider(): { readonly answers: (outcome: CallOutcome) => void } {
  const waiting: ((outcome: CallOutcome) => void)[] = [];
  office.provider.answer = () => new Promise((resolve) => waiting.push(resolve));
  return { answers: (outcome) => waiting.splice(0).forEach((resolve) => resolve(outcome)) };
}
const placed = placedFrom('+79587654321');

describe('a call that is asked for', () => {
  it('is placed, and its correlation follows it to the provider and the report', async () => {
    office.dialler();
    const ada = await office.person('ada');
    const id = await office.presses(ada);
    await until(() => office.reports.length === 1);
    expect(office.provider.orders).toEqual([
      { phoneNumber: '+79161234567', codeLength: 4, requestId: id, correlation: 'the correlation', address: '192.0.2.1', locale: '' },
    ]);
    expect(office.reports[0]).toMatchObject({ outcome: 'placed', correlation: 'the correlation' });
    const { waitedMs, tookMs } = office.reports[0] ?? { waitedMs: -1, tookMs: -1 };
    expect([waitedMs >= 0 && waitedMs < 5_000, tookMs >= 0 && tookMs < 5_000]).toEqual([true, true]);
    expect((await office.challenges.look(ada.sub)).challenge?.state).toBe('awaiting');
  });

  it('R3 rings once, however often its job is added: before, during and after', async () => {
    const provider = slowProvider();
    const id = await office.presses(await office.person('ada'));
    for (let again = 0; again < 5; again += 1) await office.queue.add(id, 'again');
    office.dialler();
    await until(() => office.provider.orders.length === 1);
    await Promise.all([office.queue.add(id, 'again'), office.queue.add(id, 'again')]);
    provider.answers(placed);
    await until(async () => (await redis.exists(`{blitz}:calls:${id}`)) === 0);
    await office.queue.add(id, 'again');
    await until(() => office.reports.length === 2);
    expect(office.reports.map(({ outcome }) => outcome)).toEqual(['placed', 'not_mine']);
    expect(office.provider.orders).toHaveLength(1);
  });

  it('R3 of 40 calls and three diallers, each is made once', async () => {
    for (let each = 0; each < 3; each += 1) office.dialler();
    const people = await Promise.all(Array.from({ length: 40 }, (_, number) => office.person(`person ${String(number)}`)));
    const ids = await Promise.all(people.map((person) => office.presses(person)));
    await until(() => office.reports.length === 40);
    expect(office.provider.orders.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
  });

  it('R13 is not tried again when the provider fails', async () => {
    office.provider.answer = { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: 'ECONNRESET', passedOver: [] };
    office.dialler();
    await office.presses(await office.person('ada'));
    await until(() => office.reports.length === 1);
    expect(office.reports[0]).toMatchObject({ outcome: 'failed', reason: 'provider_failed', hint: 'ECONNRESET' });
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
    expect(office.provider.orders).toHaveLength(1);
  });

  it.each([
    ['R17 that waited more than 60 seconds is dropped and paid back', queueMs + 1, 'failed', 0],
    ['R17 that waited a little less is made', queueMs - 5_000, 'placed', 1],
  ])('%s', async (_name, waited, outcome, calls) => {
    const ada = await office.person('ada');
    await office.presses(ada);
    office.ahead = waited;
    office.dialler();
    await until(() => office.reports.length === 1);
    expect(office.reports[0]).toMatchObject({ outcome });
    expect(office.reports[0]?.waitedMs).toBeGreaterThanOrEqual(waited);
    expect(office.provider.orders).toHaveLength(calls);
    expect((await office.challenges.look(ada.sub)).spent).toBe(calls);
  });
});

describe('R14 what Redis holds of a call', () => {
  const holdsNoSecret = async (id: string): Promise<void> => {
    const dump = await dumpOf(redis);
    for (const secret of ['9161234567', '79587654321', '4321', '"ada"', '192.0.2.1', 'a browser']) {
      // The random part of an id may happen to hold a code.
      expect(dump.replaceAll(id, '')).not.toContain(secret);
    }
  };

  it('is the challenge’s id and the correlation, while it waits, while it is made, and nothing after', async () => {
    const provider = slowProvider();
    const id = await office.presses(await office.person('ada'));
    const [key] = await redis.keys(`{blitz}:calls:${id}`);
    expect(JSON.parse((await redis.hget(key ?? '', 'data')) ?? '')).toEqual({ challengeId: id });
    await holdsNoSecret(id);
    office.dialler();
    await until(() => office.provider.orders.length === 1);
    await holdsNoSecret(id);
    provider.answers(placed);
    await until(async () => (await redis.exists(`{blitz}:calls:${id}`)) === 0);
    await holdsNoSecret(id);
  });

  it('is nothing of an error that crashed the dialler; the operator’s report has it', async () => {
    const crash = new Error('could not reach +79161234567, code 4321');
    office.provider.answer = () => Promise.reject(crash);
    office.dialler();
    const id = await office.presses(await office.person('ada'));
    await until(() => office.reports.length === 1);
    expect(office.reports[0]).toMatchObject({ outcome: 'crashed', error: crash, correlation: 'the correlation' });
    await until(async () => (await redis.exists(`{blitz}:calls:${id}`)) === 0);
    await holdsNoSecret(id);
  });

  it('lies in one slot of a cluster', async () => {
    office.dialler();
    await office.presses(await office.person('ada'));
    await until(() => office.reports.length === 1);
    const keys = await redis.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !key.startsWith('{blitz}:'))).toEqual([]);
  });
});

describe('a dialler that stops', () => {
  it('waits for the call in the air, and leaves what comes later to another', async () => {
    const provider = slowProvider();
    const dialler = office.dialler();
    await office.presses(await office.person('ada'));
    await until(() => office.provider.orders.length === 1);
    let stopped = false;
    const stopping = dialler.stop(25_000).then(() => (stopped = true));
    await redis.ping();
    expect(stopped).toBe(false);
    provider.answers(placed);
    await stopping;
    expect(office.reports.map(({ outcome }) => outcome)).toEqual(['placed']);
    await office.presses(await office.person('bob'));
    expect(await redis.llen('{blitz}:calls:wait')).toBe(1);
    office.provider.answer = placed;
    office.dialler();
    await until(() => office.reports.length === 2);
    expect(office.provider.orders).toHaveLength(2);
  });

  it('stops at once when there is nothing to do', async () => {
    const dialler = office.dialler();
    const began = performance.now();
    await dialler.stop(25_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('R3 waits no longer than it may; the next dialler closes the call that was cut off, and calls nobody', async () => {
    const provider = slowProvider();
    const dialler = office.dialler({ lockMs: 600 });
    const ada = await office.person('ada');
    await office.presses(ada);
    await until(() => office.provider.orders.length === 1);
    const began = performance.now();
    await dialler.stop(50);
    expect(performance.now() - began).toBeLessThan(20_000);
    office.dialler({ lockMs: 600 });
    await until(() => office.reports.length === 1);
    expect(office.reports[0]).toMatchObject({ outcome: 'failed', reason: 'interrupted' });
    provider.answers(placed);
    await until(() => office.reports.length === 2);
    expect(office.provider.orders).toHaveLength(1);
    const { challenge, spent } = await office.challenges.look(ada.sub);
    expect([challenge, spent]).toMatchObject([{ state: 'closed', because: 'interrupted' }, 1]);
  });
});

describe('the queue', () => {
  it('knows for how long its oldest call has been waiting', async () => {
    expect(await office.queue.ageMs(office.clock.now())).toBe(0);
    const before = office.clock.now();
    await office.presses(await office.person('ada'));
    await until(() => office.clock.now() > before);
    await office.presses(await office.person('bob'));
    const age = await office.queue.ageMs(office.clock.now() + 7_000);
    expect(age).toBeGreaterThanOrEqual(7_000);
    expect(age).toBeLessThanOrEqual(office.clock.now() + 7_000 - before);
    office.dialler();
    await until(() => office.reports.length === 2);
    expect(await office.queue.ageMs(office.clock.now() + 7_000)).toBe(0);
  });

  it('R19 says so soon when Redis is gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blitz-gone-'));
    const server = await startRedis({ folder, appendOnly: false, throwAway: true });
    const impatient = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000 };
    const queue = new BullMqCallQueue({ ...connectionTo(server.url), ...impatient });
    await queue.add('ada.first', 'correlation');
    await server.stop();
    const began = performance.now();
    await expect(queue.add('ada.second', 'correlation')).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(20_000);
    await queue.close();
  });
});
