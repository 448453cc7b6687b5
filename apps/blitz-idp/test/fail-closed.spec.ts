import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Client } from 'pg';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** Redis and database of its own fate: stopped, killed, closed. Commands give up after three seconds. */
describe('R19 what fails, fails closed, and says so', () => {
  let town: Town;
  let redis: EmbeddedServer;
  let folder: string;
  let alive = true;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'blitz-fail-closed-'));
    redis = await startRedis({ folder: join(folder, 'redis'), appendOnly: false, throwAway: true });
    town = await Town.open({ variables: { BLITZ_REDIS_URL: redis.url } });
  });
  afterEach(async () => {
    if (alive) process.kill(redis.pid, 'SIGCONT');
    await database(true);
  });
  afterAll(async () => {
    await town.close();
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Closes the database to everybody, or opens it again. */
  async function database(open: boolean): Promise<void> {
    const url = new URL(String(town.variables['BLITZ_DATABASE_URL']));
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${String(open)}`);
    if (!open) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await client.end();
  }

  const apologises = /can’t continue right now.*nobody was logged in/i;

  async function expectApology(answer: Response): Promise<void> {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('location')).toBeNull();
    const correlation = answer.headers.get('x-correlation-id') ?? 'none';
    const words = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(apologises);
    expect(words).toContain(correlation);
    expect(words).not.toMatch(/redis|postgres|ECONN|timed out|stack|at Object/i);
    const line = town.log.flatMap((chunk) => chunk.split('\n')).find((each) => each.includes(correlation) && each.includes('"level":"error"'));
    expect(line).toBeDefined();
  }

  /** Everything that somebody in the middle of a login can send. */
  async function everyDoor(ada: Visitor, code: string): Promise<readonly Response[]> {
    const post = (action: string, fields: Readonly<Record<string, string>>): Promise<Response> => {
      const { url, body } = ada.form(action, fields);
      return ada.asks(url, { method: 'POST', body, headers: formHeaders });
    };
    const query = new URLSearchParams({ bo: ada.bo() }).toString();
    return Promise.all([
      ada.asks(`/blitz/login?${query}`),
      ada.asks(`/blitz/login/methods/password?${query}`),
      ada.asks(`/blitz/login/methods2/flashCall?${query}`),
      ada.asks(`/blitz/login/ur/askToTrust?${query}`),
      post('/blitz/login/method/flashCall', {}),
      post('/blitz/login/method/flashCall/code', { code }),
      post('/blitz/login/cancel', {}),
    ]);
  }

  async function waitingForTheCode(): Promise<{ readonly ada: Visitor; readonly code: string }> {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    return { ada, code: await ada.lastDigits() };
  }

  it('Redis that answers nothing lets nobody through by any door, and the right code works when it is back', async () => {
    const { ada, code } = await waitingForTheCode();
    process.kill(redis.pid, 'SIGSTOP');
    const answers = await everyDoor(ada, '0000');
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
    expect((await fetch(`${town.base}/readyz`)).status).toBe(503);
    process.kill(redis.pid, 'SIGCONT');
    for (const answer of answers) await expectApology(answer);
    await until(async () => (await fetch(`${town.base}/readyz`)).status === 200);
    await ada.opens(ada.page.url);
    expect(ada.page.text).toMatch(/tries? left/i);
    await ada.enters(code);
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  }, 60_000);

  it('the database that answers nothing lets nobody in, and the login goes on when it is back', async () => {
    const { ada, code } = await waitingForTheCode();
    const bob = await town.person();
    await bob.goesToShop();
    const { url, body } = bob.form('/blitz/login/method/password', { login: bob.account.login, password: 'correct horse battery' });
    await database(false);
    await expectApology(await bob.asks(url, { method: 'POST', body, headers: formHeaders }));
    await expectApology(await ada.asks(ada.page.url));
    const press = ada.form('/blitz/login/method/flashCall');
    await expectApology(await ada.asks(press.url, { method: 'POST', body: press.body, headers: formHeaders }));
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
    expect((await fetch(`${town.base}/readyz`)).status).toBe(503);
    await database(true);
    await until(async () => (await fetch(`${town.base}/readyz`)).status === 200);
    await ada.enters(code);
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
    expect((await bob.opens(url, { method: 'POST', body, headers: formHeaders })).status).toBe(200);
  }, 60_000);

  it('applications are told with a status of failure, never with a token', async () => {
    const ada = await (await town.person()).logsIn();
    const grant = ada.codeGrant();
    await database(false);
    const answers = await Promise.all([
      ada.asApplication('/oauth/te', grant),
      ada.asks(`${town.base}/oauth/ae?client_id=shop&response_type=code&scope=openid&prompt=none`),
    ]);
    await database(true);
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(await answer.text()).not.toMatch(/access_token|id_token|ECONN|postgres/);
    }
  }, 60_000);

  it('what happened while the database was away is in the journal afterwards', async () => {
    const { ada } = await waitingForTheCode();
    const wrong = await ada.wrongDigits();
    await database(false);
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: wrong });
    await ada.asks(url, { method: 'POST', body, headers: formHeaders });
    await database(true);
    await until(async () => (await town.administrator.events(ada.account.sub).catch(() => [])).some(({ type }) => type === 'entry_wrong'), 20_000);
  }, 60_000);

  it('a service that can’t read its saved settings does not start: better none than one with older rules', async () => {
    await database(false);
    await expect(town.another()).rejects.toThrow();
    await database(true);
  }, 60_000);

  it('a service whose file is wrong does not start, and says where', async () => {
    const file = join(folder, 'blitz.conf');
    await writeFile(file, 'blitz.prod.local.idp.login {\n  factors = [[], []]\n  required-factor = 7\n}\n');
    await expect(town.another({ BLITZ_CONFIG: file })).rejects.toThrow(/blitz\.conf:3.*required-factor.*expected.*found 7/s);
    await expect(town.another({ BLITZ_CONFIG: join(folder, 'nowhere.conf') })).rejects.toThrow(/nowhere\.conf/);
  }, 60_000);

  it('Redis that died lets nobody through by any door', async () => {
    const { ada, code } = await waitingForTheCode();
    alive = false;
    await redis.stop();
    for (const answer of await everyDoor(ada, code)) await expectApology(answer);
    const start = await ada.elsewhere().asks(`${town.base}/oauth/ae?client_id=shop&response_type=code&scope=openid`);
    expect(start.status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
  }, 60_000);
});
