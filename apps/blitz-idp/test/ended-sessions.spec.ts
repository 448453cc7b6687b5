import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RedisSessions } from '@blitz/redis';
import { Redis } from 'ioredis';
import { Town } from './support/town.ts';
import type { Tokens, Visitor } from './support/visitor.ts';

/** What an administrator ends in blitz-console, blitz-idp refuses from then on. One factor is enough here. */
describe('a session that an administrator ends', () => {
  let town: Town;
  let sessions: RedisSessions;
  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ 'login.required-factor': 1 });
    sessions = new RedisSessions(town.service.get(Redis));
  });
  afterAll(() => town.close());

  const offline = { scope: 'openid offline_access', prompt: 'consent' };

  async function loggedIn(ada?: Visitor): Promise<Visitor> {
    const visitor = ada ?? (await town.person());
    visitor.headers['user-agent'] = 'Mozilla/5.0 Firefox/140.0';
    await visitor.goesToShop(offline);
    await visitor.typesPassword();
    return visitor;
  }

  const refreshes = (ada: Visitor, { refresh_token }: Tokens): Promise<Tokens> => ada.asksForTokens({ grant_type: 'refresh_token', refresh_token });

  const userInfo = async ({ access_token }: Tokens): Promise<number> =>
    (await fetch(`${town.base}/oauth/me`, { headers: { authorization: `Bearer ${access_token}` } })).status;

  async function isAskedToLogIn(ada: Visitor): Promise<void> {
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    expect((await ada.goesToShop()).url).toContain('/blitz/login/methods/password');
  }

  it('is listed as the person left it', async () => {
    const ada = await loggedIn();
    const [session, ...others] = await sessions.list(ada.account.sub, town.clock.now());
    expect(others).toEqual([]);
    expect(session).toMatchObject({ userAgent: 'Mozilla/5.0 Firefox/140.0', applications: ['shop'] });
    expect(session?.address).toMatch(/^(::ffff:)?127\.0\.0\.1$|^::1$/);
    expect(JSON.stringify(session)).not.toContain(ada.cookies.get('blitz_session'));
  });

  it('asks its person to log in again; the application’s tokens are refused at once', async () => {
    const ada = await loggedIn();
    const tokens = await ada.tokens();
    expect(await userInfo(tokens)).toBe(200);
    const [session] = await sessions.list(ada.account.sub, town.clock.now());
    expect(await sessions.end(ada.account.sub, session?.id ?? '')).toBe(true);
    expect((await refreshes(ada, tokens)).error).toBe('invalid_grant');
    expect(await userInfo(tokens)).toBe(401);
    await isAskedToLogIn(ada);
    await ada.typesPassword();
    expect((await ada.tokens()).status).toBe(200);
  });

  it('leaves the person’s other browser alone, and all of them end when all are ended', async () => {
    const ada = await loggedIn();
    const phone = await loggedIn(ada.elsewhere());
    const [hers, phones] = [await ada.tokens(), await phone.tokens()];
    const [latest] = await sessions.list(ada.account.sub, town.clock.now());
    await sessions.end(ada.account.sub, latest?.id ?? '');
    expect((await refreshes(phone, phones)).error).toBe('invalid_grant');
    const renewed = await refreshes(ada, hers);
    expect(renewed.status).toBe(200);
    expect(await sessions.endAll(ada.account.sub, town.clock.now())).toBe(1);
    expect((await refreshes(ada, renewed)).error).toBe('invalid_grant');
    await isAskedToLogIn(ada);
  });

  it('does not hand out a code that was asked for before', async () => {
    const ada = await loggedIn();
    await ada.goesToShop(offline);
    const grant = ada.codeGrant();
    await sessions.endAll(ada.account.sub, town.clock.now());
    expect((await ada.asksForTokens(grant)).error).toBe('invalid_grant');
  });

  it('does not survive being used and refreshed at that very moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const ada = await loggedIn();
      const tokens = await ada.tokens();
      const tab = ada.elsewhere();
      for (const [name, value] of ada.cookies) tab.cookies.set(name, value);
      const [session] = await sessions.list(ada.account.sub, town.clock.now());
      const end = round % 2 === 0
        ? sessions.end(ada.account.sub, session?.id ?? '')
        : sessions.endAll(ada.account.sub, town.clock.now());
      const [, refreshed] = await Promise.all([tab.goesToShop(offline), refreshes(ada, tokens), end]);
      const got = new URL(tab.page.url).searchParams.has('code') ? await tab.tokens() : undefined;
      expect(got?.error ?? 'invalid_grant').toBe('invalid_grant');
      expect(tab.page.status).toBeLessThan(500);
      if (refreshed.status === 200) {
        expect((await refreshes(ada, refreshed)).error).toBe('invalid_grant');
        expect(await userInfo(refreshed)).toBe(401);
      }
      expect(await sessions.list(ada.account.sub, town.clock.now())).toEqual([]);
      await isAskedToLogIn(tab);
    }
  });

  it('takes a login under way along: its second factor leads nowhere, and the page says to begin again', async () => {
    await town.administrator.saves({ 'login.required-factor': 2 });
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const code = await ada.lastDigits();
    await sessions.endAll(ada.account.sub, town.clock.now());
    await ada.enters(code);
    expect(ada.where()).toBe('/blitz/login/methods/password');
    town.clock.passes({ sec: 1 });
    await ada.typesPassword();
    expect(ada.where()).toContain('/blitz/login/methods2');
    await town.administrator.saves({ 'login.required-factor': 1 });
  });
});
