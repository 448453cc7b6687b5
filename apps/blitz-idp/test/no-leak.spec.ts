import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { AuditTrail } from '@blitz/audit';
import { flashCallKey } from './support/administrator.ts';
import { RecordingVisitor } from './support/recording-visitor.ts';
import { Town } from './support/town.ts';

/** Seven digits: a hit is no accident. */
const length = 7;

describe('R14 security 5: the code is nowhere but in the caller’s number, and the phone number nowhere but in the directory', () => {
  let town: Town;
  const people: RecordingVisitor[] = [];
  const codes = new Set<string>();
  const callers = new Set<string>();
  let inRedis = '';

  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ [flashCallKey('psw-length')]: length });
    await logsInRight();
    await getsItWrong();
    await meetsBrokenProviders();
    for (const person of people) await remembers(person);
  });
  afterAll(() => town.close());

  async function somebody(): Promise<RecordingVisitor> {
    const person = RecordingVisitor.of(await town.person());
    people.push(person);
    return person.atTheSecondFactor();
  }

  async function remembers(person: RecordingVisitor): Promise<void> {
    for (const { from } of await person.calls()) {
      if (typeof from !== 'string') continue;
      callers.add(from.slice(1));
      codes.add(from.replace(/\D/g, '').slice(-length));
    }
  }

  /** Redis is looked at while the code lives, and again when it is used up. */
  async function looksIntoRedis(): Promise<void> {
    const redis = town.service.get(Redis);
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'COUNT', 500);
      cursor = next;
      for (const key of keys) inRedis += `${key}\n${await contentOf(redis, key)}\n`;
    } while (cursor !== '0');
  }

  async function logsInRight(): Promise<void> {
    for (let times = 0; times < 6; times += 1) {
      const ada = await somebody();
      await ada.asksForCall();
      await looksIntoRedis();
      await ada.entersSecretly(await ada.lastDigits(length));
      await ada.answersTrust(times % 2 === 0 ? 'trust' : 'do_not_trust');
      await ada.tokens();
    }
  }

  async function getsItWrong(): Promise<void> {
    for (let times = 0; times < 3; times += 1) {
      const ada = await somebody();
      await ada.asksForCall();
      const right = await ada.lastDigits(length);
      const wrong = String((Number(right) + 1) % 10 ** length).padStart(length, '0');
      await ada.entersSecretly(wrong, wrong, wrong, right);
      town.clock.passes({ sec: 31 });
      await ada.opens(ada.page.url);
      await ada.asksForCall();
      const late = await ada.lastDigits(length);
      town.clock.passes({ sec: 121 });
      await ada.entersSecretly(late, `${late}1`, ` ${late} `);
      await looksIntoRedis();
    }
  }

  async function meetsBrokenProviders(): Promise<void> {
    for (const behaviour of ['error-500', 'no-sender-id', 'short-number', 'bad-json', 'rate-limited-429', 'redirect', 'drops-connection', 'busy', 'number-with-letters']) {
      const ada = RecordingVisitor.of(await town.person());
      people.push(ada);
      await town.administrator.makesProvider(ada.phone, behaviour);
      await ada.atTheSecondFactor();
      await ada.asksForCall();
      await looksIntoRedis();
    }
  }

  function found(where: string): string[] {
    return [...codes, ...callers].filter((digits) => where.includes(digits));
  }

  function phonesIn(where: string): string[] {
    return people.map(({ phone }) => phone.slice(1)).filter((phone) => where.includes(phone.slice(-10)));
  }

  it('this search finds what is there', () => {
    const [code = ''] = codes;
    expect(codes.size).toBeGreaterThan(12);
    expect(found(`…${code}…`)).toEqual([code]);
    expect(phonesIn(`to ${people[0]?.phone ?? ''}`)).toHaveLength(1);
    expect(inRedis.length).toBeGreaterThan(10_000);
    expect(inRedis).toContain('digest');
    expect(town.log.join('')).toMatch(/"msg":"call"/);
  });

  it('not in any page, redirect, address, cookie or header that anybody was sent', () => {
    for (const person of people) {
      const received = person.received.join('\n');
      expect(received.length).toBeGreaterThan(1_000);
      expect(found(received)).toEqual([]);
      expect(phonesIn(received)).toEqual([]);
    }
  });

  it('not in any line of the log, even at its most talkative', () => {
    const lines = town.log.join('');
    expect(lines.length).toBeGreaterThan(10_000);
    expect(found(lines)).toEqual([]);
    expect(phonesIn(lines)).toEqual([]);
  });

  it('not in Redis: no key, no challenge, no job, no session, at no time', async () => {
    await looksIntoRedis();
    expect(found(inRedis)).toEqual([]);
    expect(phonesIn(inRedis)).toEqual([]);
  });

  it('not in the journal, nor in any other table', async () => {
    await town.service.get(AuditTrail).flush();
    const database = town.service.get(DataSource);
    const tables = await database.query<{ name: string }[]>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
    let everything = '';
    for (const { name } of tables) {
      const rows = JSON.stringify(await database.query(`SELECT t::text AS row FROM "${name}" t`));
      // The directory: the accounts, and the words by which they are found.
      if (!['accounts', 'account_words'].includes(name)) expect(phonesIn(rows)).toEqual([]);
      everything += rows;
    }
    expect(everything).toContain('entry_wrong');
    expect(found(everything)).toEqual([]);
  });

  it('not in the metrics', async () => {
    const metrics = await town.administrator.metrics();
    expect(metrics).toContain('call_placed');
    expect(found(metrics)).toEqual([]);
    expect(phonesIn(metrics)).toEqual([]);
    for (const { account } of people) expect(metrics).not.toContain(account.sub);
  });

  it('shows a number only with its middle hidden', () => {
    const pages = people.flatMap(({ seen }) => seen.map(({ text }) => text)).join('\n');
    expect(pages).toMatch(/\+7 ··· ··· \d\d \d\d/);
    expect(pages).not.toMatch(/\+7[\s(]*9\d\d/);
  });
});

async function contentOf(redis: Redis, key: string): Promise<string> {
  switch (await redis.type(key)) {
    case 'string': return (await redis.get(key)) ?? '';
    case 'hash': return JSON.stringify(await redis.hgetall(key));
    case 'list': return (await redis.lrange(key, 0, -1)).join('\n');
    case 'set': return (await redis.smembers(key)).join('\n');
    case 'zset': return (await redis.zrange(key, 0, -1, 'WITHSCORES')).join('\n');
    case 'stream': return JSON.stringify(await redis.xrange(key, '-', '+'));
    case 'none': return '';
    default: throw new Error(`a kind of key that nobody searches: ${key}`);
  }
}
