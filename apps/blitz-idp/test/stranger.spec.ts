import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, PasswordHashes } from '@blitz/accounts';
import { formHeaders } from './support/person.ts';
import { password, Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** The budget of blitz.conf: ten wrong passwords, three of them without a wait, then half a second that doubles; a quarter of an hour. */
describe('a stranger without the password', () => {
  let town: Town;
  let somebody: Visitor;
  beforeAll(async () => {
    town = await Town.open();
    somebody = await town.person();
  });
  afterAll(() => town.close());
  afterEach(() => town.administrator.saves({ 'login.methods.password.max-attempts': null, 'login.methods.password.delay-ms': null }));

  /** Hashes compared while something is done: the work that a stranger could measure. */
  async function workOf(deed: () => Promise<unknown>): Promise<number> {
    const hashes = town.service.get(PasswordHashes);
    const check = hashes.check.bind(hashes);
    let compared = 0;
    hashes.check = (...args) => {
      compared += 1;
      return check(...args);
    };
    await deed().finally(() => {
      hashes.check = check;
    });
    return compared;
  }

  /** What differs in every answer whoever asks. */
  function masked(visitor: Visitor, login: string): string {
    return visitor.page.html
      .replaceAll(login, 'LOGIN')
      .replace(/<time[^>]*>[^<]*<\/time>/g, 'TIME')
      .replace(/bo=[^"&]+/g, 'bo=')
      .replace(/until=\d+/g, 'until=')
      .replace(/value="[\w-]{43}"/g, 'value=""');
  }

  async function typesWrong(login: string): Promise<{ readonly status: number; readonly page: string; readonly headers: string[]; readonly compared: number }> {
    const eve = somebody.elsewhere();
    await eve.goesToShop();
    const compared = await workOf(() => eve.typesPassword('not the password', login));
    return { status: eve.page.status, page: masked(eve, login), headers: [...eve.page.headers.keys()].sort(), compared };
  }

  it('R18 learns nothing: unknown, known, locked, without a phone, with a blocked call, by number, all the same', async () => {
    const accounts = town.service.get(Accounts);
    const [known, locked, closed, phoneless, blocked] = await Promise.all([
      town.person(), town.person(), town.person(), town.person({ phone: undefined }), town.person(),
    ]);
    await accounts.setLocked(locked.account.sub, true);
    await accounts.setPasswordLocked(closed.account.sub, true);
    await blocksTheCall(blocked);
    const logins = ['nobody-at-all', known.account.login, locked.account.login, closed.account.login, phoneless.account.login, blocked.account.login, known.phone];
    const [first, ...others] = await Promise.all(logins.map((login) => typesWrongAlone(login)));
    expect(first).toMatchObject({ status: 401, compared: 1 });
    expect(first?.page).toMatch(/login or the password is wrong/);
    for (const other of others) expect(other).toEqual(first);
  });

  it('R18 learns nothing from a locked account even with its password', async () => {
    const locked = await town.person();
    await town.service.get(Accounts).setLocked(locked.account.sub, true);
    await locked.goesToShop();
    expect(await workOf(() => locked.typesPassword())).toBe(1);
    expect(locked.page.status).toBe(401);
    expect(masked(locked, locked.account.login)).toEqual((await typesWrong('nobody-at-all-2')).page);
  });

  it('R18 learns nothing by guessing until the block: an unknown login is blocked like a known one', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 3 });
    const known = await town.person();
    for (const login of ['nobody-but-guessed', known.account.login]) {
      const statuses: number[] = [];
      for (let times = 0; times < 4; times += 1) statuses.push((await typesWrong(login)).status);
      expect(statuses).toEqual([401, 401, 401, 429]);
    }
    const [one, other] = [await typesWrong('nobody-but-guessed'), await typesWrong(known.account.login)];
    expect(one).toEqual(other);
    expect(one.compared).toBe(0);
    expect(one.page).toMatch(/too many wrong passwords/i);
  });

  it('is stopped at the last of the budget, and not before; the right password before it clears the count', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 5, 'login.methods.password.delay-ms': 0 });
    const ada = await town.person();
    for (let times = 0; times < 4; times += 1) expect((await typesWrong(ada.account.login)).status).toBe(401);
    await ada.atTheSecondFactor();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    for (let times = 0; times < 5; times += 1) expect((await typesWrong(ada.account.login)).status).toBe(401);
    const stranger = await ada.elsewhere().atTheSecondFactor();
    expect(stranger.page).toMatchObject({ status: 429 });
    expect(stranger.page.text).toMatch(/too many wrong passwords\. you can try again/i);
    town.clock.passes({ min: 15 });
    expect((await ada.elsewhere().atTheSecondFactor()).where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('gains nothing by guessing in parallel: exactly the budget is looked at', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 6, 'login.methods.password.delay-ms': 0 });
    const ada = await town.person();
    const eve = ada.elsewhere();
    await eve.goesToShop();
    const { url, body } = eve.form('/blitz/login/method/password', { login: ada.account.login, password: 'a guess' });
    const guess = async (): Promise<string | undefined> => refusalIn(await eve.asks(url, { method: 'POST', body, headers: formHeaders }));
    const refusals = await Promise.all(Array.from({ length: 30 }, guess));
    expect(refusals.filter((refusal) => refusal === 'wrong')).toHaveLength(6);
    expect(refusals.filter((refusal) => refusal === 'blocked')).toHaveLength(24);
  });

  it('waits longer with every wrong password after the third, and is told how long', async () => {
    await town.administrator.saves({ 'login.methods.password.delay-ms': 10_000 });
    const ada = await town.person();
    for (let times = 0; times < 4; times += 1) expect((await typesWrong(ada.account.login)).status).toBe(401);
    expect(await typesWrong(ada.account.login)).toMatchObject({ status: 429, compared: 0 });
    town.clock.passes({ sec: 10 });
    expect((await typesWrong(ada.account.login)).status).toBe(401);
    const early = ada.elsewhere();
    await early.goesToShop();
    await early.typesPassword();
    const waitSec = Number(early.page.headers.get('retry-after'));
    expect(waitSec).toBeGreaterThan(10);
    expect(waitSec).toBeLessThanOrEqual(20);
    expect(early.page.text).toMatch(new RegExp(`wait ${String(waitSec)} seconds`, 'i'));
  });

  it('locks nobody out of the browser that they logged in with before', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 3 });
    const ada = await (await town.person()).atTheSecondFactor();
    for (let times = 0; times < 4; times += 1) await typesWrong(ada.account.login);
    expect((await ada.elsewhere().atTheSecondFactor()).page.status).toBe(429);
    const home = ada.elsewhere();
    home.cookies.set('blitz_known', ada.cookies.get('blitz_known') ?? '');
    expect((await home.atTheSecondFactor()).where()).toBe('/blitz/login/methods2/flashCall');
    const forged = ada.elsewhere();
    forged.cookies.set('blitz_known', `${(ada.cookies.get('blitz_known') ?? '').slice(0, -4)}AAAA`);
    expect((await forged.atTheSecondFactor()).page.status).toBe(429);
  });

  it('does not close the other factor by guessing the password (R9), nor the password by using up the calls', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 3 });
    const ada = await (await town.person()).atTheSecondFactor();
    for (let times = 0; times < 4; times += 1) await typesWrong(ada.account.login);
    await ada.confirms();
    expect(ada.errorInTheShop()).toBeNull();
    const bob = await town.person();
    await blocksTheCall(bob);
    expect((await bob.elsewhere().atTheSecondFactor()).page.text).toMatch(/paused/i);
  });

  it('keeps the victim’s counter through a flood of other logins (security 17)', async () => {
    await town.administrator.saves({ 'login.methods.password.max-attempts': 4 });
    const ada = await town.person();
    for (let times = 0; times < 4; times += 1) await typesWrong(ada.account.login);
    const eve = ada.elsewhere();
    await eve.goesToShop();
    for (let flood = 0; flood < 5; flood += 1) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => postsPassword(eve, `flood-${String(flood)}-${String(index)}`)));
    }
    expect((await typesWrong(ada.account.login)).status).toBe(429);
  });

  it('cannot starve the others with a flood of logins: some wait, the rest is told to come back, everything else answers', async () => {
    const eve = somebody.elsewhere();
    await eve.goesToShop();
    const flood = Array.from({ length: 250 }, (_, index) => postsPassword(eve, `crowd-${String(index)}`));
    await until(async () => /blitz_password_hashes\S* [1-9]/.test(await town.administrator.metrics()), 10_000);
    const healthy = await fetch(`${town.base}/healthz`);
    const page = await (await town.person()).goesToShop().catch(() => undefined);
    const answers = await Promise.all(flood);
    expect(healthy.status).toBe(200);
    expect(page === undefined || page.status === 200).toBe(true);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter((answer) => refusalIn(answer) === 'wrong').length).toBeGreaterThanOrEqual(64);
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused[0]?.text()).toMatch(/too many people at once/i);
    expect((await (await town.person()).atTheSecondFactor()).where()).toBe('/blitz/login/methods2/flashCall');
  });

  function postsPassword(eve: Visitor, login: string): Promise<Response> {
    const { url, body } = eve.form('/blitz/login/method/password', { login, password: `${password}!` });
    return eve.asks(url, { method: 'POST', body, headers: formHeaders });
  }

  /** What the page says that the browser is led to. */
  function refusalIn({ headers }: Response): string | undefined {
    return new URL(headers.get('location') ?? '', town.base).searchParams.get('error') ?? undefined;
  }

  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };

  /** One after the other, so that the hashes are counted for the right one. */
  function typesWrongAlone(login: string): ReturnType<typeof typesWrong> {
    const turn = queue.last.then(() => typesWrong(login));
    queue.last = turn;
    return turn;
  }

  async function blocksTheCall(visitor: Visitor): Promise<void> {
    for (const entries of [3, 3, 1]) {
      const own = await visitor.elsewhere().atTheSecondFactor();
      town.clock.passes({ sec: 31 });
      await own.opens(own.page.url);
      await own.asksForCall();
      const wrong = await own.wrongDigits();
      for (let times = 0; times < entries; times += 1) await own.enters(wrong);
    }
  }
});
