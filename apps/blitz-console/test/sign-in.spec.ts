import { Administrators } from '@blitz/accounts';
import { PostgresAccounts } from '@blitz/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TownPeople } from './support/administrators.ts';
import { newKey } from './support/issuer.ts';
import { Town } from './support/town.ts';

const refused = (because: string): string => `/blitz/console/login/refused?because=${because}`;

describe('an administrator signs in', () => {
  let town: Town;
  let people: TownPeople;
  beforeAll(async () => {
    town = await Town.open();
    people = new TownPeople(town);
    // Somebody always has the role root.
    await people.someone(['root']);
  });
  afterAll(() => town.close());

  it('through blitz-idp, which is asked for two factors, and comes back to where they wanted to be', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['support'])];
    const address = new URL(await people.goesToLogin(browser, '?to=%2Fblitz%2Fconsole%2Fusers%3Fq%3Dada'));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: 'blitz-console', response_type: 'code', scope: 'openid', acr_values: 'urn:blitz:acr:two-factors', code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:9001/blitz/console/login/callback', state: expect.stringMatching(/^[\w-]{22}$/), nonce: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(address.searchParams.has('prompt')).toBe(false);
    expect(await people.comesBack(browser, people.identity.grants(address.href, sub))).toBe('/blitz/console/users?q=ada');
    expect(await browser.session()).toEqual({
      person: { sub, name: 'Ada Lovelace', login: expect.stringMatching(/^person-/) },
      roles: ['support'], privileges: ['r_audit', 'w_user'], csrf_token: expect.stringMatching(/^[\w-]{43}$/), entered_by: 'login',
      fresh_until: expect.stringMatching(/Z$/), expires_at: expect.stringMatching(/Z$/),
    });
  });

  it('and is kept in a cookie that no script reads and no other site sends along', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['support'])];
    const answer = await browser.asks(`/blitz/console/login/callback${people.identity.grants(await people.goesToLogin(browser), sub)}`);
    expect(answer.headers.getSetCookie().filter((line) => line.startsWith('blitz-console='))).toEqual([expect.stringMatching(/^blitz-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['https://evil.example/', '//evil.example/blitz/console/', '/\\evil.example', 'javascript:alert(1)', '/blitz/console/../../evil'])('and is sent nowhere else, whatever the link said: %s', async (to) => {
    const [browser, sub] = [people.browser(), await people.someone(['support'])];
    expect(await people.logsIn(browser, sub, { query: `?to=${encodeURIComponent(to)}` })).toBe('/blitz/console/');
  });

  it('in two tabs at once, each to its own page', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['support'])];
    const one = await people.goesToLogin(browser, '?to=/blitz/console/users');
    const other = await people.goesToLogin(browser, '?to=/blitz/console/events');
    expect(await people.comesBack(browser, people.identity.grants(other, sub))).toBe('/blitz/console/events');
    expect(await people.comesBack(browser, people.identity.grants(one, sub))).toBe('/blitz/console/users');
  });

  it('once more when asked to, and then has to have proved themselves anew', async () => {
    const { browser, sub } = await people.administrator(['support']);
    town.clock.passes({ sec: 400 });
    expect((await browser.session())?.fresh_until).toBeNull();
    const address = await people.goesToLogin(browser, '?fresh=1&to=/blitz/console/users');
    expect(new URL(address).searchParams.get('prompt')).toBe('login');
    const before = Math.floor(town.clock.now() / 1000) - 60;
    expect(await people.comesBack(browser, people.identity.grants(address, sub, { auth_time: before }))).toBe(refused('sign_in_failed'));
    expect(await people.logsIn(browser, sub, { query: '?fresh=1&to=/blitz/console/users' })).toBe('/blitz/console/users');
    expect((await browser.session())?.fresh_until).not.toBeNull();
  });
});

describe('nobody else gets in', () => {
  let town: Town;
  let people: TownPeople;
  beforeAll(async () => {
    town = await Town.open();
    people = new TownPeople(town);
    await people.someone(['root']);
  });
  afterAll(() => town.close());

  it('who is no administrator: told so in words, in their language, without a session', async () => {
    const [browser, sub] = [people.browser(), await people.someone()];
    const where = await people.logsIn(browser, sub);
    expect([where, browser.cookies.has('blitz-console'), await browser.session()]).toEqual([refused('not_administrator'), false, undefined]);
    const page = await browser.asks(where, { headers: { accept: 'text/html', 'accept-language': 'ru' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('Вы здесь не администратор');
    const [, sheet = ''] = /href="(\/blitz\/assets\/[^"]+\.css)"/.exec(html) ?? [];
    expect((await browser.asks(sheet)).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['with one factor', { acr: 'urn:blitz:acr:one-factor', amr: ['pwd'] }, 'factor_missing'],
    ['whose browser was trusted instead of a second factor', { acr: 'urn:blitz:acr:one-factor', amr: ['pwd', 'rba'] }, 'factor_missing'],
    ['of whom nothing is said', { acr: undefined }, 'factor_missing'],
    ['with a token for another application', { aud: 'shop' }, 'sign_in_failed'],
    ['with a token of another issuer', { iss: 'http://evil.example/blitz' }, 'sign_in_failed'],
    ['with a token for another login', { nonce: 'another' }, 'sign_in_failed'],
    ['with a token that has ended', { exp: 1_000_000_000 }, 'sign_in_failed'],
    ['with a token that does not say when', { auth_time: undefined }, 'sign_in_failed'],
    ['with a token of nobody', { sub: undefined }, 'sign_in_failed'],
  ])('%s', async (_who, claims, because) => {
    const [browser, sub] = [people.browser(), await people.someone(['root'])];
    expect(await people.logsIn(browser, sub, { claims })).toBe(refused(because));
    expect([browser.cookies.has('blitz-console'), await browser.session()]).toEqual([false, undefined]);
  });

  it('with a token that a stranger signed under the name of our key', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['root'])];
    const back = people.identity.grants(await people.goesToLogin(browser), sub);
    const keys = town.issuer.keys;
    const [ours] = keys;
    town.issuer.keys = [{ ...(await newKey()), kid: ours?.kid ?? '', publicJwk: ours?.publicJwk ?? {} }];
    expect(await people.comesBack(browser, back)).toBe(refused('sign_in_failed'));
    town.issuer.keys = keys;
  });

  it('in another browser than the one that began', async () => {
    const [mine, theirs, sub] = [people.browser(), people.browser(), await people.someone(['root'])];
    const back = people.identity.grants(await people.goesToLogin(mine), sub);
    await people.goesToLogin(theirs);
    expect(await people.comesBack(theirs, back)).toBe(refused('sign_in_over'));
    expect(await people.comesBack(people.browser(), back)).toBe(refused('sign_in_over'));
    // And it was not used up.
    expect(await people.comesBack(mine, back)).toBe('/blitz/console/');
  });

  it('twice by one login, however many come back at once; who is inside goes on', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['root'])];
    const back = people.identity.grants(await people.goesToLogin(browser), sub);
    const copies = Array.from({ length: 5 }, () => { const copy = people.browser(); for (const [name, value] of browser.cookies) copy.cookies.set(name, value); return copy; });
    const ended = await Promise.all(copies.map((copy) => people.comesBack(copy, back)));
    expect(ended.filter((where) => where === '/blitz/console/')).toHaveLength(1);
    const winner = copies.find((copy) => copy.cookies.has('blitz-console'));
    expect(await people.comesBack(winner ?? browser, back)).toBe('/blitz/console/');
    expect(await people.comesBack(browser, back)).toBe(refused('sign_in_over'));
  });

  it('with a login that took too long', async () => {
    const [browser, sub] = [people.browser(), await people.someone(['root'])];
    const back = people.identity.grants(await people.goesToLogin(browser), sub);
    town.clock.passes({ sec: 40 * 60 });
    expect(await people.comesBack(browser, back)).toBe(refused('sign_in_over'));
  });

  it('with something else in the address', async () => {
    const browser = people.browser();
    const state = new URL(await people.goesToLogin(browser)).searchParams.get('state') ?? '';
    for (const query of ['', '?', '?state=', '?code=x', '?state=x&code=y', `?state=${state}x&code=y`, `?state=${'x'.repeat(5_000)}`, '?state=a&state=b&code=c', '?state=%00&code=%ff']) {
      expect(await people.comesBack(browser, query)).toBe(refused('sign_in_over'));
    }
    expect(await people.comesBack(browser, `?state=${state}&code=made-up&iss=${encodeURIComponent(town.issuer.url)}`)).toBe(refused('sign_in_failed'));
  });

  it('who gave the login up, or whose blitz-idp says no', async () => {
    const browser = people.browser();
    for (const [error, because] of [['access_denied', 'sign_in_given_up'], ['login_required', 'sign_in_failed'], ['server_error', 'sign_in_failed']] as const) {
      const state = new URL(await people.goesToLogin(browser)).searchParams.get('state') ?? '';
      expect(await people.comesBack(browser, `?${new URLSearchParams({ error, state, iss: town.issuer.url }).toString()}`)).toBe(refused(because));
    }
  });

  it('whose account is locked, or who is none any more', async () => {
    const [sub, other] = [await people.someone(['root']), await people.someone(['root'])];
    await new PostgresAccounts(town.service.get(DataSource)).setLocked(sub, true);
    await town.service.get(Administrators).remove(other, 1);
    for (const each of [sub, other]) expect(await people.logsIn(people.browser(), each)).toBe(refused('not_administrator'));
  });

  it('R19 while blitz-idp is away: the page says so, and nothing is kept', async () => {
    const lonely = await Town.open();
    const others = new TownPeople(lonely);
    others.identity.away = true;
    const browser = others.browser();
    const answer = await browser.asks('/blitz/console/login', { headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('<!doctype html>');
    others.identity.away = false;
    const sub = await others.someone(['root']);
    const back = others.identity.grants(await others.goesToLogin(browser), sub);
    others.identity.away = true;
    expect((await browser.asks(`/blitz/console/login/callback${back}`)).status).toBe(503);
    others.identity.away = false;
    expect(await others.logsIn(browser, sub)).toBe('/blitz/console/');
    await lonely.close();
  });

  it('and no code, state or token of all this stands in a log or in the journal', async () => {
    const { browser, sub } = await people.administrator();
    expect(browser.csrf).toHaveLength(43);
    const address = new URL(await people.goesToLogin(browser));
    const back = new URLSearchParams(people.identity.grants(address.href, sub));
    await people.comesBack(browser, `?${back.toString()}`);
    const secrets = [back.get('code'), back.get('state'), address.searchParams.get('nonce'), browser.cookies.get('blitz-console'), browser.cookies.get('blitz-console-login'), browser.csrf];
    for (const secret of secrets) expect(town.log).not.toContain(secret ?? 'missing');
  });
});
