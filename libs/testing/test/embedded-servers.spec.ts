import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startPostgres, startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import pg from 'pg';

jest.setTimeout(60_000);

interface Subject {
  readonly start: (folder: string, options?: { port?: number; throwAway?: boolean }) => Promise<EmbeddedServer>;
  readonly remember: (url: string, word: string) => Promise<void>;
  readonly recall: (url: string) => Promise<string | null>;
}

const subjects: Record<string, Subject> = {
  postgres: {
    start: (folder, options) => startPostgres({ folder, ...options }),
    remember: async (url, word) => {
      await query(url, 'CREATE TABLE words (word text)');
      await query(url, `INSERT INTO words VALUES ('${word}')`);
    },
    recall: async (url) => (await query(url, 'SELECT word FROM words'))[0]?.word ?? null,
  },
  redis: {
    start: (folder, options) => startRedis({ folder, appendOnly: true, ...options }),
    remember: (url, word) => withRedis(url, (redis) => redis.set('word', word).then(() => undefined)),
    recall: (url) => withRedis(url, (redis) => redis.get('word')),
  },
};

describe.each(Object.keys(subjects))('embedded %s', (name) => {
  const { start, remember, recall } = subjects[name] as Subject;
  const started: EmbeddedServer[] = [];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'blitz-embedded-'));
    await chmod(folder, 0o711);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });
  const open = async (options?: { port?: number; throwAway?: boolean }): Promise<EmbeddedServer> => {
    const server = await start(join(folder, name), options);
    started.push(server);
    return server;
  };

  it('keeps its data over a restart and leaves no process after the stop', async () => {
    const first = await open();
    await remember(first.url, 'слово');
    await first.stop();
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    expect(await recall((await open()).url)).toBe('слово');
  });

  it('keeps what was written before it was killed, and is not stopped by the traces of it', async () => {
    const first = await open();
    await remember(first.url, 'kept');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await open();
    expect(await recall(second.url)).toBe('kept');
  });

  it('ends with the process that started it, even when that is killed by SIGKILL', async () => {
    const { parent, pid } = await startedByAnother(name, join(folder, name));
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await gone(pid);
    const again = await open();
    expect(isRunning(again.pid)).toBe(true);
  });

  it('answers nobody without the password', async () => {
    const { url } = await open();
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(recall(stranger.href)).rejects.toThrow(/password authentication failed|WRONGPASS/);
  });

  it('says what is wrong when its port is taken', async () => {
    const { port } = await open();
    await expect(start(join(folder, 'another'), { port })).rejects.toThrow(/could not bind|Address already in use/);
  });

  it('removes a throw-away folder when it stops', async () => {
    const server = await open({ throwAway: true });
    await server.stop();
    await expect(readFile(join(folder, name, `${name}.log`))).rejects.toThrow('ENOENT');
  });
});

describe('embedded postgres after a killed run', () => {
  it('is not fooled when the old process number belongs to another process now', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blitz-stale-'));
    await chmod(folder, 0o711);
    const first = await startPostgres({ folder });
    await first.stop();
    await writeFile(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n${join(folder, 'data')}\n0\n5432\n\n\n\nready\n`);
    const second = await startPostgres({ folder });
    expect(isRunning(second.pid)).toBe(true);
    await second.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

/** A process of its own, running the built library, that starts the server and then only waits. */
async function startedByAnother(name: string, folder: string): Promise<{ parent: ChildProcess; pid: number }> {
  const room = new URL(`../dist/embedded/start-${name}.js`, import.meta.url).href;
  const call = name === 'postgres' ? 'startPostgres' : 'startRedis';
  const program = `
    const { ${call} } = await import('${room}');
    const { pid } = await ${call}({ folder: ${JSON.stringify(folder)}, appendOnly: true });
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, pid: Number(line.toString()) };
}

async function gone(pid: number): Promise<void> {
  const end = performance.now() + 15_000;
  while (isRunning(pid)) {
    if (performance.now() > end) throw new Error(`process ${pid} is still there`);
    await pause(20);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function query(url: string, text: string): Promise<{ word: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ word: string }>(text)).rows;
  } finally {
    await client.end();
  }
}

async function withRedis<T>(url: string, deed: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  let trouble: unknown;
  redis.on('error', (error) => (trouble ??= error));
  try {
    await redis.connect();
    return await deed(redis);
  } catch (error) {
    // ioredis rejects with "Connection is closed" and tells the reason by an event.
    throw trouble ?? error;
  } finally {
    redis.disconnect();
  }
}
