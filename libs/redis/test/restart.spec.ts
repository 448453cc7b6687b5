import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import { madeWith, Person } from './person.ts';

/** Redis with a folder of its own, that is stopped and started again while a login is on its way. */
let folder: string;
let server: EmbeddedServer;
let redis: Redis;

async function start(): Promise<void> {
  server = await startRedis({ folder, appendOnly: true });
  redis = new Redis(server.url);
  redis.on('error', () => undefined);
}

async function restart(how: 'stopped' | 'killed'): Promise<void> {
  redis.disconnect();
  if (how === 'killed') process.kill(server.pid, 'SIGKILL');
  await server.stop();
  await start();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blitz-restart-'));
  await start();
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['stopped', 'killed'] as const)('a Redis that was %s and started again', (how) => {
  it('R3 R8 makes no second call for a press that is repeated, and keeps what was spent', async () => {
    let ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    await ada.types(asker, id, 'wrong');
    const before = await ada.looks();
    await restart(how);
    ada = Object.assign(new Person([redis]), { sub: ada.sub });
    expect(await ada.looks()).toEqual(before);
    expect((await ada.presses(asker, 1)).kind).toBe('repeated');
    expect((await ada.challenges.claim(id, ada.now)).kind).toBe('gone');
    expect(await ada.types(asker, id, 'wrong')).toMatchObject({ kind: 'wrong', triesLeft: 1, budgetLeft: 7 });
  });

  it('R3 gives the right to dial to nobody a second time', async () => {
    let ada = new Person([redis]);
    const { id } = await ada.presses(await ada.opensLogin());
    expect((await ada.challenges.claim(id, ada.now)).kind).toBe('claimed');
    await restart(how);
    ada = Object.assign(new Person([redis]), { sub: ada.sub });
    expect((await ada.challenges.claim(id, ada.now)).kind).toBe('taken');
  });

  it('R12 knows that a code was used', async () => {
    let ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const id = await ada.isCalled(asker);
    expect((await ada.types(asker, id, 'right')).kind).toBe('right');
    await restart(how);
    ada = Object.assign(new Person([redis]), { sub: ada.sub });
    expect((await ada.types(asker, id, 'right')).kind).toBe('unknown');
  });
});

describe('what the version before this one wrote', () => {
  it('is read: a call of which nobody knows who made it, and whose digits still help', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    const { id } = await ada.presses(asker);
    await ada.challenges.claim(id, ada.now);
    const fields = { state: 'awaiting', digest: 'right', triesLeft: 2, expiresAt: ada.now + 120_000 };
    await redis.hset(`blitz:challenge:{${ada.sub}}`, fields);
    expect((await ada.looks()).challenge).toEqual({ id, login: asker.login, verifiedBy: 'digest', ...fields });
    const verdict = await ada.types(asker, id, 'right');
    expect(verdict).toEqual({ kind: 'right', triesLeft: 0, budgetLeft: 10, blockedUntil: 0, blockBegins: false });
  });
});

describe('a Redis that forgot the scripts', () => {
  it('is told them again, whichever is needed, in the middle of a login', async () => {
    const ada = new Person([redis]);
    const forgets = (): Promise<unknown> => redis.script('FLUSH');
    const asker = await ada.opensLogin();
    await forgets();
    const { kind, id } = await ada.presses(asker);
    expect(kind).toBe('called');
    await forgets();
    expect((await ada.challenges.claim(id, ada.now)).kind).toBe('claimed');
    await forgets();
    expect(await ada.challenges.placed(id, madeWith('right'), ada.now, ada.limits)).toBe(true);
    await forgets();
    expect((await ada.types(asker, id, 'wrong')).triesLeft).toBe(2);
    expect((await ada.looks()).spent).toBe(2);
  });

  it('R19 what else goes wrong in a script is an error, never an answer', async () => {
    const ada = new Person([redis]);
    const asker = await ada.opensLogin();
    await redis.set(`blitz:challenge:{${ada.sub}}`, 'no hash');
    await expect(ada.challenges.call(asker, 1, `${ada.sub}.x`, ada.now, ada.limits)).rejects.toThrow('WRONGTYPE');
    await expect(ada.types(asker, `${ada.sub}.x`, 'right')).rejects.toThrow('WRONGTYPE');
  });
});
