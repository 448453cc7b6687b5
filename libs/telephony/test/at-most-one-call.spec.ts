import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { Company, says, until } from './company.ts';

const script = fileURLToPath(new URL('dialler-process.mjs', import.meta.url));

/** Diallers that are killed in the middle of their work, as machines die: no chance to tell anybody. */
let store: FreshRedis;
let redis: Redis;
let company: Company;
let sub: string;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  company = await Company.opens();
  sub = randomUUID();
});
afterEach(async () => {
  for (const each of processes.splice(0)) await ended(each);
  await company.closes();
});

async function ended(dialler: ChildProcess): Promise<void> {
  if (dialler.exitCode !== null || dialler.signalCode !== null) return;
  const gone = new Promise((resolve) => dialler.once('exit', resolve));
  dialler.kill('SIGKILL');
  await gone;
}

function starts(...deed: 'press'[]): { readonly dialler: ChildProcess; readonly said: Record<string, unknown>[] } {
  const dialler = spawn(process.execPath, [script, store.url, company.url, sub, ...deed], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(dialler);
  const said: Record<string, unknown>[] = [];
  let rest = '';
  dialler.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push(JSON.parse(line) as Record<string, unknown>);
  });
  return { dialler, said };
}
const challenge = (): Promise<Record<string, string>> => redis.hgetall(`blitz:challenge:{${sub}}`);
const spent = (): Promise<string | null> => redis.hget(`blitz:budget:{${sub}}:flashCall`, 'spent');

describe('R3 a dialler that is killed', () => {
  it('while the provider is being asked: nobody asks again, the call is closed and stays paid for', async () => {
    company.answer = () => undefined;
    const first = starts('press');
    await until(() => company.requests.length === 1);
    await ended(first.dialler);
    company.answer = says(200, { SenderID: '+79580001234' });
    const second = starts();
    await until(() => second.said.some(({ reason }) => reason === 'interrupted'));
    expect(company.requests).toHaveLength(1);
    expect(await challenge()).toMatchObject({ state: 'closed', because: 'interrupted' });
    expect(await spent()).toBe('1');
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
  });

  it('with all others at once: whoever comes next, however many, calls nobody', async () => {
    company.answer = () => undefined;
    const killed = [starts('press'), starts()];
    await until(() => company.requests.length === 1);
    await Promise.all(killed.map(({ dialler }) => ended(dialler)));
    const next = [starts(), starts()];
    await until(() => next.some(({ said }) => said.some(({ reason }) => reason === 'interrupted')));
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
    expect(company.requests).toHaveLength(1);
    expect(next.flatMap(({ said }) => said).filter(({ reason }) => reason === 'interrupted')).toHaveLength(1);
  });

  it('after the provider had answered: the code still works, and nobody calls again', async () => {
    const first = starts('press');
    await until(async () => (await challenge())['state'] === 'awaiting');
    await ended(first.dialler);
    const second = starts();
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
    expect(company.requests).toHaveLength(1);
    expect(await challenge()).toMatchObject({ state: 'awaiting', triesLeft: '3' });
    expect(second.said.filter(({ outcome }) => outcome === 'placed')).toEqual([]);
  });
});
