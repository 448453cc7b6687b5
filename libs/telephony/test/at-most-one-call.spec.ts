import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { Company, says, until } from './company.ts';
import { DiallerProcess } from './kills/dialler-process.ts';

const script = fileURLToPath(new URL('dialler-process.mjs', import.meta.url));

/** Diallers that are killed in the middle of their work, as machines die: no chance to tell anybody. */
let store: FreshRedis;
let redis: Redis;
let company: Company;
let sub: string;
const processes: DiallerProcess[] = [];

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  company = await Company.opens();
  sub = `79161234567-${randomUUID()}`;
});
afterEach(async () => {
  for (const each of processes.splice(0)) await each.killed();
  await company.closes();
});

async function starts(): Promise<DiallerProcess> {
  const dialler = await DiallerProcess.starts(script, store.url, company.url);
  processes.push(dialler);
  await dialler.asks('dial', {});
  return dialler;
}

async function isCalledBy(dialler: DiallerProcess): Promise<void> {
  const person = { sub, login: 'login' };
  await dialler.asks('login', person);
  await dialler.asks('press', { ...person, number: 1 });
}

const challenge = (): Promise<Record<string, string>> => redis.hgetall(`blitz:challenge:{${sub}}`);
const spent = (): Promise<string | null> => redis.hget(`blitz:budget:{${sub}}:flashCall`, 'spent');

describe('R3 a dialler that is killed', () => {
  it('while the provider is being asked: nobody asks again, the call is closed and stays paid for', async () => {
    company.answer = () => undefined;
    const first = await starts();
    await isCalledBy(first);
    await until(() => company.requests.length === 1);
    await first.killed();
    company.answer = says(200, { SenderID: '+79580001234' });
    const second = await starts();
    await until(() => second.reports.some(({ reason }) => reason === 'interrupted'));
    expect(company.requests).toHaveLength(1);
    expect(await challenge()).toMatchObject({ state: 'closed', because: 'interrupted' });
    expect(await spent()).toBe('1');
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
  });

  it('with all others at once: whoever comes next, however many, calls nobody', async () => {
    company.answer = () => undefined;
    const killed = await Promise.all([starts(), starts()]);
    await isCalledBy(killed[0]);
    await until(() => company.requests.length === 1);
    await Promise.all(killed.map((dialler) => dialler.killed()));
    const next = await Promise.all([starts(), starts()]);
    await until(() => next.some(({ reports }) => reports.some(({ reason }) => reason === 'interrupted')));
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
    expect(company.requests).toHaveLength(1);
    expect(next.flatMap(({ reports }) => reports).filter(({ reason }) => reason === 'interrupted')).toHaveLength(1);
  });

  it('after the provider had answered: the code still works, and nobody calls again', async () => {
    const first = await starts();
    await isCalledBy(first);
    await until(async () => (await challenge())['state'] === 'awaiting');
    await first.killed();
    const second = await starts();
    await until(async () => (await redis.keys('{blitz}:calls:*.*')).length === 0);
    expect(company.requests).toHaveLength(1);
    expect(await challenge()).toMatchObject({ state: 'awaiting', triesLeft: '3' });
    expect(second.reports.filter(({ outcome }) => outcome === 'placed')).toEqual([]);
  });
});

describe('R12 a provider that keeps the code, and a dialler that is killed', () => {
  const person = (): { readonly sub: string; readonly login: string } => ({ sub, login: 'login' });

  /** Nobody dials where people type. */
  async function page(): Promise<DiallerProcess> {
    const process = await DiallerProcess.starts(script, store.url, company.url);
    processes.push(process);
    return process;
  }

  it('while it asks: nobody asks again, the try stays paid, and nobody is told that it was right', async () => {
    company.answer = says(200, { call: 'a call' });
    const [first, web] = [await starts(), await page()];
    await isCalledBy(first);
    await until(async () => (await challenge())['state'] === 'awaiting');
    company.answer = () => undefined;
    const told: string[] = [];
    const { id = '' } = await challenge();
    void web.asks('enter', { ...person(), id, code: '7391' }).then((said) => told.push(said), () => undefined);
    await until(() => company.requests.length === 2);
    await first.killed();
    company.answer = says(200, { right: true });
    const second = await starts();
    await until(() => second.reports.some(({ outcome }) => outcome === 'not_mine'));
    expect(company.requests).toHaveLength(2);
    expect(await challenge()).toMatchObject({ state: 'awaiting', triesLeft: '2', verifiedBy: 'provider' });
    expect(await spent()).toBe('2');
    expect(told).toEqual([]);
  });

  it('between two entries: the next one finds another dialler', async () => {
    company.answer = says(200, { call: 'a call' });
    const [first, web] = [await starts(), await page()];
    await isCalledBy(first);
    await until(async () => (await challenge())['state'] === 'awaiting');
    await first.killed();
    company.answer = says(200, { right: true });
    await starts();
    const { id = '' } = await challenge();
    expect(await web.asks('enter', { ...person(), id, code: '7391' })).toBe('right');
    expect(await challenge()).toMatchObject({ state: 'confirmed' });
    expect(await spent()).toBeNull();
  });
});
