import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { applicationUrl, Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

/** One factor is enough here; session and total life are those of blitz.conf: an hour without use, three in all. */
describe('the session of a browser', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
    await town.administrator.saves({ 'login.required-factor': 1 });
    await town.opensApplication('cinema', 'The cinema');
  });
  afterAll(() => town.close());

  async function loggedIn(): Promise<Visitor> {
    const ada = await town.person();
    await ada.goesToShop();
    await ada.typesPassword();
    return ada;
  }

  it('lets the person into the next application without a question', async () => {
    const ada = await loggedIn();
    const { sub } = claimsIn((await ada.tokens()).id_token);
    await ada.goesToShop({ client_id: 'cinema' });
    const grant = ada.codeGrant();
    const answer = (await (await ada.asApplication('/oauth/te', grant, 'cinema:cinema-secret')).json()) as { id_token: string };
    expect(claimsIn(answer.id_token)).toMatchObject({ sub, aud: 'cinema', amr: ['pwd'] });
  });

  it('is not there for another browser, nor for one whose cookie was changed or swapped', async () => {
    const ada = await loggedIn();
    const eve = await loggedIn();
    const thief = ada.elsewhere();
    for (const [name, value] of ada.cookies) thief.cookies.set(name, name.endsWith('.sig') ? (eve.cookies.get(name) ?? '') : value);
    const guesser = ada.elsewhere();
    for (const [name, value] of ada.cookies) guesser.cookies.set(name, name === 'blitz_session' ? 'A'.repeat(value.length) : value);
    for (const other of [ada.elsewhere(), thief, guesser]) {
      await other.goesToShop({ prompt: 'none' });
      expect(other.errorInTheShop()).toBe('login_required');
    }
  });

  it('prompt=none asks nothing: an answer at once, or an error', async () => {
    const stranger = await town.person();
    await stranger.goesToShop({ prompt: 'none' });
    expect(stranger.errorInTheShop()).toBe('login_required');
    const ada = await loggedIn();
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('prompt=login asks for the password again, and auth_time is the new one', async () => {
    const ada = await loggedIn();
    const before = claimsIn((await ada.tokens()).id_token);
    town.clock.passes({ min: 2 });
    expect((await ada.goesToShop({ prompt: 'login' })).url).toContain('/blitz/login/methods/password');
    await ada.typesPassword();
    const after = claimsIn((await ada.tokens()).id_token);
    expect(Number(after['auth_time']) - Number(before['auth_time'])).toBeGreaterThanOrEqual(120);
  });

  it('is one person’s: whoever logs in at the same browser takes the place of who was here before', async () => {
    const ada = await loggedIn();
    const eve = await town.person();
    await ada.goesToShop({ prompt: 'login' });
    await ada.typesPassword(undefined, eve.account.login);
    expect(claimsIn((await ada.tokens()).id_token)['sub']).toBe(eve.account.sub);
    await ada.goesToShop({ prompt: 'none' });
    expect(claimsIn((await ada.tokens()).id_token)['sub']).toBe(eve.account.sub);
  });

  it('max_age asks again once the login is older than that', async () => {
    const ada = await loggedIn();
    town.clock.passes({ min: 5 });
    await ada.goesToShop({ max_age: '600' });
    expect(ada.errorInTheShop()).toBeNull();
    expect((await ada.goesToShop({ max_age: '200' })).url).toContain('/blitz/login/methods/password');
    await ada.goesToShop({ max_age: '200', prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });

  it('ends after an hour without use, and not while it is used', async () => {
    const ada = await loggedIn();
    for (let times = 0; times < 2; times += 1) {
      town.clock.passes({ min: 59 });
      await ada.goesToShop({ prompt: 'none' });
      expect(ada.errorInTheShop()).toBeNull();
    }
    town.clock.passes({ min: 61 });
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });

  it('ends after three hours however much it is used', async () => {
    const ada = await loggedIn();
    for (let times = 0; times < 4; times += 1) {
      town.clock.passes({ min: 44 });
      await ada.goesToShop({ prompt: 'none' });
      expect(ada.errorInTheShop()).toBeNull();
    }
    town.clock.passes({ min: 5 });
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });

  it('becomes shorter as soon as the administrator says so', async () => {
    await town.administrator.saves({ 'login.session.inactivityPeriodInSec': 60 });
    const ada = await loggedIn();
    town.clock.passes({ min: 2 });
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    await town.administrator.saves({ 'login.session.inactivityPeriodInSec': null });
  });

  it('security 10: a locked account gets nothing: not from its session, not by a refresh, not by a code, not by user info', async () => {
    const ada = await loggedIn();
    const { access_token, refresh_token } = await ada.tokens();
    await ada.goesToShop();
    const grant = ada.codeGrant();
    await town.service.get(Accounts).setLocked(ada.account.sub, true);
    expect((await ada.asksForTokens(grant)).error).toBe('invalid_grant');
    expect((await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).error).toBe('invalid_grant');
    const info = await fetch(`${town.base}/oauth/me`, { headers: { authorization: `Bearer ${access_token}` } });
    expect(info.status).toBe(401);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    expect((await ada.goesToShop()).url).toContain('/blitz/login/methods/password');
    expect((await ada.typesPassword()).text).toMatch(/login or the password is wrong/);
  });

  it('security 10: an account that was locked after its password does not get through the second factor', async () => {
    await town.administrator.saves({ 'login.required-factor': 2 });
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const code = await ada.lastDigits();
    await town.service.get(Accounts).setLocked(ada.account.sub, true);
    await ada.enters(code);
    expect(ada.where()).toBe('/blitz/login/methods/password');
    await town.administrator.saves({ 'login.required-factor': 1 });
  });

  it('ends with a logout that the person confirms, and the application gets its person back', async () => {
    const ada = await loggedIn();
    const { id_token, refresh_token } = await ada.tokens();
    const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${applicationUrl}/`, state: 'bye' });
    const asked = await ada.opens(`${town.base}/oauth/logout?${query.toString()}`);
    expect(asked.text).toMatch(/log out\?/i);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBeNull();
    await ada.opens(`${town.base}/oauth/logout?${query.toString()}`);
    await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes' });
    expect(ada.page.url).toBe(`${applicationUrl}/?state=bye`);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    expect((await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).error).toBe('invalid_grant');
  });

  it('stays when the person says no, when the form is forged, and when the address to return to is foreign', async () => {
    const ada = await loggedIn();
    const query = new URLSearchParams({ client_id: 'shop', post_logout_redirect_uri: 'http://evil.test/' });
    expect((await ada.opens(`${town.base}/oauth/logout?${query.toString()}`)).status).toBe(400);
    await ada.opens(`${town.base}/oauth/logout`);
    await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes', xsrf: 'x'.repeat(43) });
    expect(ada.page.status).toBe(400);
    await ada.opens(`${town.base}/oauth/logout`);
    await ada.submits('/blitz/oauth/logout/confirm');
    expect(ada.page.text).toMatch(/logged out|still logged in/i);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBeNull();
  });
});
