import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Line } from './support/line.ts';
import { formHeaders } from './support/person.ts';
import { startsAlone } from './support/starts-alone.ts';
import { password, Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** The wires to Redis and PostgreSQL are cut, or hang. Commands give up after three seconds. */
describe('R19 what fails, fails closed, and says so', () => {
  let town: Town;
  let redis: Line;
  let database: Line;
  beforeAll(async () => {
    town = await Town.open({ fragile: true });
    if (town.lines === undefined) throw new Error('no lines');
    ({ redis, database } = town.lines);
  });
  afterEach(async () => {
    await Promise.all([redis.mend(), database.mend()]);
    await until(async () => (await fetch(`${town.base}/readyz`)).status === 200, 20_000);
  });
  afterAll(() => town.close());

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

  /** Nothing was lost: the right digits still lead into the shop. */
  async function goesOn(ada: Visitor, code: string): Promise<void> {
    await until(async () => (await fetch(`${town.base}/readyz`)).status === 200, 20_000);
    await ada.opens(ada.page.url);
    await ada.enters(code);
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  }

  it('Redis that hangs lets nobody through by any door, and the login goes on when it is back', async () => {
    const { ada, code } = await waitingForTheCode();
    redis.hang();
    const answers = await everyDoor(ada, '0000');
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
    for (const answer of answers) await expectApology(answer);
    await redis.cut();
    await redis.mend();
    await goesOn(ada, code);
  });

  it('Redis that died lets nobody through by any door, and the login goes on when it is back', async () => {
    const { ada, code } = await waitingForTheCode();
    await redis.cut();
    for (const answer of await everyDoor(ada, code)) await expectApology(answer);
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
    expect((await fetch(`${town.base}/readyz`)).status).toBe(503);
    await ada.elsewhere().goesToShop().then(({ url, status }) => {
      expect(status >= 500 || new URL(url).searchParams.get('error') === 'server_error').toBe(true);
    });
    await redis.mend();
    await goesOn(ada, code);
  });

  it('a database that died lets nobody in, and the login goes on when it is back', async () => {
    const { ada, code } = await waitingForTheCode();
    const bob = await town.person();
    await bob.goesToShop();
    const { url, body } = bob.form('/blitz/login/method/password', { login: bob.account.login, password });
    await database.cut();
    await expectApology(await bob.asks(url, { method: 'POST', body, headers: formHeaders }));
    await expectApology(await ada.asks(ada.page.url));
    const press = ada.form('/blitz/login/method/flashCall');
    await expectApology(await ada.asks(press.url, { method: 'POST', body: press.body, headers: formHeaders }));
    expect((await fetch(`${town.base}/healthz`)).status).toBe(200);
    expect((await fetch(`${town.base}/readyz`)).status).toBe(503);
    await database.mend();
    await goesOn(ada, code);
    expect((await bob.opens(url, { method: 'POST', body, headers: formHeaders })).status).toBe(200);
  });

  it.each(['redis', 'database'] as const)('applications are never given a token while the %s is away', async (store) => {
    const ada = await (await town.person()).logsIn();
    const grant = ada.codeGrant();
    await town.lines?.[store].cut();
    const answer = await ada.asApplication('/oauth/te', grant);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await answer.text()).not.toMatch(/access_token|id_token|ECONN|postgres|redis/i);
  });

  it('what happened while the database was away is in the journal afterwards', async () => {
    const { ada } = await waitingForTheCode();
    const wrong = await ada.wrongDigits();
    await database.cut();
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: wrong });
    await ada.asks(url, { method: 'POST', body, headers: formHeaders });
    await database.mend();
    const written = async (): Promise<boolean> => (await town.administrator.events(ada.account.sub)).some(({ type }) => type === 'entry_wrong');
    await until(() => written().catch(() => false), 20_000);
  });

  it('a service that can’t read its saved settings does not start: better none than one with older rules', async () => {
    await database.cut();
    const { code, said } = await startsAlone({ ...town.variables, BLITZ_PORT: '0' });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/blitz-idp can't start\. /) as unknown });
    expect(said).toMatch(/ECONNREFUSED/);
  });

  it('a service whose file is wrong does not start, and says where', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blitz-wrong-file-'));
    const file = join(folder, 'blitz.conf');
    await writeFile(file, 'blitz.prod.local.idp.login {\n  factors = [[], []]\n  required-factor = 7\n}\n');
    const wrong = await startsAlone({ ...town.variables, BLITZ_PORT: '0', BLITZ_CONFIG: file });
    expect(wrong.code).toBe(1);
    expect(wrong.said).toMatch(/blitz\.conf:3.*required-factor.*expected.*found 7/s);
    await rm(folder, { recursive: true });
  });
});
