import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallTags, guardDimensions, type GuardedPress } from '@blitz/factors';
import { callGuardsContract } from '@blitz/factors/contracts';
import { newId } from '@blitz/kernel';
import { RedisCallGuards, RedisCallLedger } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, countOf, dumpOf, until } from './person.ts';

let url: string;
let connections: Redis[];
beforeAll(async () => {
  ({ url } = await freshRedis());
  connections = Array.from({ length: 4 }, () => new Redis(url));
});
afterAll(() => Promise.all(connections.map((redis) => redis.quit())));

const connection = (turn = 0): Redis => {
  const redis = connections[turn % connections.length];
  if (redis === undefined) throw new Error('no connection');
  return redis;
};

callGuardsContract('RedisCallGuards', async () => {
  const redis = connection();
  await redis.flushdb();
  let now = 0;
  const warn = (error: unknown): void => {
    throw error;
  };
  const ledger = new RedisCallLedger(redis, { now: () => now }, warn);
  const route = (prefixTag: string): { procedure: string; destination: string; prefixTag: string } => ({ procedure: 'p', destination: '+7900', prefixTag });
  return {
    guards: new RedisCallGuards(redis),
    // On one connection, so whatever follows is behind it.
    placed: (prefixTag, at) => {
      now = at;
      ledger.placed(route(prefixTag));
    },
    completed: (prefixTag, placedAt, at) => {
      now = at;
      ledger.completed(route(prefixTag), at - placedAt);
    },
  };
});

const now = 1_800_000_000_000;
const tags = new CallTags(Buffer.alloc(32, 7));

function pressOf(person: { readonly number: string; readonly address: string; readonly sub: string }, press: number, most: number): GuardedPress {
  const named = {
    number: tags.number(person.number),
    prefix: tags.prefix(person.number),
    country: tags.country('RU'),
    address: tags.address(person.address),
    application: tags.application('shop'),
    total: 'all',
  };
  const buckets = guardDimensions.map((each) => [each, { tag: named[each], most: each === 'number' ? most : 1_000_000, windowMs: 600_000 }]);
  return {
    id: tags.press(person.sub, press),
    buckets: Object.fromEntries(buckets) as GuardedPress['buckets'],
    pumping: { calls: 20, percent: 10, quietMs: 3_600_000, openMs: 120_000 },
  };
}

const ada = { number: '+79161234567', address: '203.0.113.77', sub: 'ada' };

describe('Presses at the same moment', () => {
  it.each([1, 5, 9])('from four copies of the service: of 40 exactly %d are admitted, and one refusal fires', async (most) => {
    await connection().flushdb();
    const verdicts = await atOnce(40, (turn) => new RedisCallGuards(connection(turn)).claim(pressOf(ada, turn + 1, most), now));
    expect(countOf(verdicts)).toEqual({ admitted: most, refused: 40 - most });
    expect(verdicts.filter((each) => each.kind === 'refused' && each.fires)).toHaveLength(1);
  });

  it('R3 one press forty times: counted once, and once more it would be full', async () => {
    await connection().flushdb();
    const verdicts = await atOnce(40, (turn) => new RedisCallGuards(connection(turn)).claim(pressOf(ada, 1, 1), now));
    expect(countOf(verdicts)).toEqual({ admitted: 40 });
    expect(verdicts.filter((each) => each.kind === 'admitted' && each.counted)).toHaveLength(1);
    expect((await new RedisCallGuards(connection()).claim(pressOf(ada, 2, 1), now)).kind).toBe('refused');
  });
});

describe('security 17', () => {
  it('a flood of 100,000 other accounts and numbers moves nothing of hers', async () => {
    await connection().flushdb();
    const guards = new RedisCallGuards(connection());
    for (let press = 1; press <= 5; press += 1) await guards.claim(pressOf(ada, press, 5), now);
    const others = 100_000;
    const batch = 2_000;
    for (let done = 0; done < others; done += batch) {
      await atOnce(batch, (turn) => {
        const each = done + turn;
        const number = `+7901${String(1_000_000 + each)}`;
        const address = `2001:db8:${(each >> 16).toString(16)}:${(each & 0xffff).toString(16)}::1`;
        return new RedisCallGuards(connection(turn)).claim(pressOf({ number, address, sub: `other-${String(each)}` }, 1, 5), now + 1000);
      });
    }
    expect(await connection().dbsize()).toBeGreaterThan(others);
    expect(await guards.claim(pressOf(ada, 6, 5), now + 2000)).toMatchObject({ kind: 'refused', by: 'number', until: now + 600_000 });
  }, 120_000);

  it('every counter goes away by itself when its window is over', async () => {
    await connection().flushdb();
    for (let press = 1; press <= 6; press += 1) await new RedisCallGuards(connection()).claim(pressOf(ada, press, 5), now);
    const keys = await connection().keys('blitz:guard:*');
    expect(keys).toHaveLength(guardDimensions.length + 1);
    for (const key of keys) expect(await connection().pttl(key)).toBeGreaterThan(0);
  });
});

describe('What a thief of a copy of Redis has', () => {
  it('R14 is no number, prefix or address', async () => {
    await connection().flushdb();
    await new RedisCallGuards(connection()).claim(pressOf(ada, 1, 1), now);
    await new RedisCallGuards(connection()).claim(pressOf(ada, 2, 1), now);
    const dump = await dumpOf(connection());
    expect(dump).toContain('blitz:guard:{guards}:number:');
    for (const secret of ['79161234567', '7916123', '203.0.113', 'ada']) expect(dump).not.toContain(secret);
  });
});

describe('security 27', () => {
  it('guards that can’t be asked admit nobody', async () => {
    const gone = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    gone.on('error', () => undefined);
    await expect(new RedisCallGuards(gone).claim(pressOf(ada, 1, 5), now)).rejects.toThrow();
  });

  it('an answer that nobody understands admits nobody', async () => {
    const odd = { evalsha: () => Promise.resolve([9, 0, 0]) } as unknown as Redis;
    await expect(new RedisCallGuards(odd).claim(pressOf(ada, 1, 5), now)).rejects.toThrow('guard.lua');
  });
});

describe('A ledger that can’t write', () => {
  it('says so, and stops nothing', async () => {
    const gone = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    gone.on('error', () => undefined);
    const warnings: unknown[] = [];
    const ledger = new RedisCallLedger(gone, { now: () => now }, (error) => warnings.push(error));
    const route = { procedure: newId(), destination: '+7900', prefixTag: 'tag' };
    expect(() => { ledger.placed(route); }).not.toThrow();
    await until(() => warnings.length === 2);
  });
});
