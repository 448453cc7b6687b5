import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { liveChannel, LiveUpdates, RedisSettingsSignal } from '@blitz/redis';
import { settingsSignalContract } from '@blitz/settings/fakes';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import { madeWith, Person, until } from './person.ts';

/** Channels have no walls between databases: a Redis of our own. */
let server: EmbeddedServer;
const connections: Redis[] = [];
function connect(): Redis {
  const redis = new Redis(server.url);
  redis.on('error', () => undefined);
  connections.push(redis);
  return redis;
}

beforeAll(async () => {
  server = await startRedis({ folder: await mkdtemp(join(tmpdir(), 'blitz-announcements-')), appendOnly: false, throwAway: true });
});
afterAll(async () => {
  for (const redis of connections) redis.disconnect();
  await server.stop();
});

settingsSignalContract('Redis', () =>
  Promise.resolve([new RedisSettingsSignal(connect(), connect()), new RedisSettingsSignal(connect(), connect())]),
);

describe('saved settings, announced over Redis', () => {
  it('still reach the others when one listener of the same service stops, even twice', async () => {
    const signal = new RedisSettingsSignal(connect(), connect());
    const heard: number[] = [];
    const stop = await signal.subscribe(() => undefined);
    await signal.subscribe((version) => heard.push(version));
    await stop();
    await stop();
    await signal.announce(9);
    await until(() => heard.length > 0);
    expect(heard).toEqual([9]);
  });

  it.each(['', 'seven', '-1', '1.5', '7; DROP', '9'.repeat(40), '\n7'])('an announcement like %j is no version', async (text) => {
    const redis = connect();
    const signal = new RedisSettingsSignal(redis, connect());
    const heard: number[] = [];
    await signal.subscribe((version) => heard.push(version));
    await redis.publish('blitz:settings', text);
    await signal.announce(1);
    await until(() => heard.includes(1));
    expect(heard).toEqual([1]);
  });
});

describe('pages that wait for something to happen', () => {
  let redis: Redis;
  let subscriber: Redis;
  let updates: LiveUpdates;
  beforeEach(() => {
    [redis, subscriber] = [connect(), connect()];
    updates = new LiveUpdates(subscriber);
  });
  const counter = (): { count: number; hear: () => void } => {
    const heard = { count: 0, hear: () => (heard.count += 1) };
    return heard;
  };

  it('hear of every step of their call, and of no other account’s', async () => {
    const [ada, eve] = [new Person([redis]), new Person([redis])];
    const [hers, others] = [counter(), counter()];
    await updates.listen(ada.sub, hers.hear);
    await updates.listen(eve.sub, others.hear);
    const asker = await ada.opensLogin();
    const steps: (() => Promise<unknown>)[] = [];
    let id = '';
    steps.push(async () => (id = (await ada.presses(asker)).id));
    steps.push(() => ada.challenges.claim(id, ada.now));
    steps.push(() => ada.challenges.placed(id, madeWith('right'), ada.now, ada.limits));
    steps.push(() => ada.types(asker, id, 'right'));
    for (const [index, step] of steps.entries()) {
      await step();
      await until(() => hers.count === index + 1);
    }
    expect([hers.count, others.count]).toEqual([4, 0]);
  });

  it.each([
    ['R13 a failure', (ada: Person, id: string) => ada.challenges.failed(id, 'provider_failed', false)],
    ['R17 a late job', (ada: Person, id: string) => ada.challenges.claim(id, ada.now + 60_001)],
  ])('hear of %s', async (_name, deed) => {
    const ada = new Person([redis]);
    const { id } = await ada.presses(await ada.opensLogin());
    const heard = counter();
    await updates.listen(ada.sub, heard.hear);
    await deed(ada, id);
    await until(() => heard.count === 1);
    expect(heard.count).toBe(1);
  });

  it('hear of what the phone does, once', async () => {
    const ada = new Person([redis]);
    const { id } = await ada.presses(await ada.opensLogin());
    await ada.challenges.claim(id, ada.now);
    const heard = counter();
    await updates.listen(ada.sub, heard.hear);
    for (const ring of ['ringing', 'ringing', 'busy', 'ringing'] as const) await ada.challenges.ring(id, ring);
    await redis.publish(liveChannel(ada.sub), 'x');
    await until(() => heard.count >= 3);
    expect(heard.count).toBe(3);
  });

  it('R7 hear of each try that is gone, and that the code was burned', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    const heard = counter();
    await updates.listen(ada.sub, heard.hear);
    for (let entry = 0; entry < 3; entry += 1) await ada.types(asker, id, 'wrong');
    await until(() => heard.count >= 3);
    expect(heard.count).toBe(3);
  });

  it('many at once share one subscription, and each hears from the moment it was told so', async () => {
    const heard = Array.from({ length: 20 }, counter);
    const ends = await Promise.all(heard.map(({ hear }) => updates.listen('ada', hear)));
    expect(await redis.pubsub('NUMSUB', liveChannel('ada'))).toEqual([liveChannel('ada'), 1]);
    await redis.publish(liveChannel('ada'), 'x');
    await until(() => heard.every(({ count }) => count === 1));
    for (const end of ends.slice(1)) end();
    for (const end of ends.slice(1)) end();
    await redis.publish(liveChannel('ada'), 'x');
    await until(() => heard[0]?.count === 2);
    expect(heard.slice(1).every(({ count }) => count === 1)).toBe(true);
    ends[0]?.();
    await until(async () => (await redis.pubsub('NUMSUB', liveChannel('ada')))[1] === 0);
  });

  it('two pages with the same listener are two', async () => {
    const heard = counter();
    const [end] = [await updates.listen('ada', heard.hear), await updates.listen('ada', heard.hear)];
    end();
    await redis.publish(liveChannel('ada'), 'x');
    await until(() => heard.count > 0);
    expect(heard.count).toBe(1);
  });

  it('a page that comes as the last one leaves is not forgotten', async () => {
    const [first, second] = [counter(), counter()];
    const end = await updates.listen('ada', first.hear);
    end();
    await updates.listen('ada', second.hear);
    await redis.publish(liveChannel('ada'), 'x');
    await until(() => second.count === 1);
    expect(first.count).toBe(0);
  });

  it('R19 a subscription that failed is an error, and the next page tries again', async () => {
    const subscribe = subscriber.subscribe.bind(subscriber);
    subscriber.subscribe = () => Promise.reject(new Error('no Redis'));
    await expect(updates.listen('ada', () => undefined)).rejects.toThrow('no Redis');
    subscriber.subscribe = subscribe;
    const heard = counter();
    await updates.listen('ada', heard.hear);
    await redis.publish(liveChannel('ada'), 'x');
    await until(() => heard.count === 1);
  });

  it('a connection that broke hears again when it is back', async () => {
    const heard = counter();
    await updates.listen('ada', heard.hear);
    await redis.client('KILL', 'TYPE', 'pubsub');
    await until(async () => {
      await redis.publish(liveChannel('ada'), 'x');
      return heard.count > 0;
    });
    expect(heard.count).toBeGreaterThan(0);
  });
});
