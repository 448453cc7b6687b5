import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, ChangePassword, RevokeBrowsers, TrustedBrowsers } from '@blitz/accounts';
import { PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

const cookie = 'blitz_trusted';

describe('a trusted browser', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
  });
  afterAll(() => town.close());

  /** The same browser the next day: its session is gone, what it was told to remember is not. */
  function nextDay(ada: Visitor): Visitor {
    const later = ada.elsewhere();
    for (const [name, value] of ada.cookies) if (!name.includes('session')) later.cookies.set(name, value);
    return later;
  }

  async function trusting(): Promise<Visitor> {
    const ada = await town.person();
    return ada.logsIn('trust');
  }

  async function isAskedForTheCall(ada: Visitor): Promise<boolean> {
    await ada.atTheSecondFactor();
    if (ada.where() === '/blitz/login/methods2/flashCall') return true;
    expect(ada.errorInTheShop()).toBeNull();
    return false;
  }

  it('is asked for the password alone the next time, and the application is told how it was', async () => {
    const ada = await trusting();
    expect(claimsIn((await ada.tokens()).id_token)).toMatchObject({ amr: ['pwd', 'tel', 'mfa', 'mca'] });
    const later = nextDay(ada);
    expect(await isAskedForTheCall(later)).toBe(false);
    expect(claimsIn((await later.tokens()).id_token)).toMatchObject({ amr: ['pwd', 'rba'], acr: 'urn:blitz:acr:one-factor' });
    await later.goesToShop({ prompt: 'none' });
    expect(later.errorInTheShop()).toBeNull();
    expect(await ada.calls()).toHaveLength(1);
  });

  it('is not trusted when the person did not say so', async () => {
    const ada = await (await town.person()).logsIn('do_not_trust');
    expect(ada.cookies.has(cookie)).toBe(false);
    expect(await isAskedForTheCall(nextDay(ada))).toBe(true);
  });

  it('is asked for the password all the same', async () => {
    const later = nextDay(await trusting());
    await later.goesToShop();
    expect(later.where()).toBe('/blitz/login/methods/password');
    expect((await later.typesPassword('wrong password')).text).toMatch(/login or the password is wrong/);
  });

  it('is asked for the call where the application itself insists on two factors, with a session or without', async () => {
    const ada = await trusting();
    const later = nextDay(ada);
    await later.goesToShop({ acr_values: 'urn:blitz:acr:two-factors' });
    await later.typesPassword();
    expect(later.where()).toBe('/blitz/login/methods2/flashCall');
    const another = nextDay(ada);
    expect(await isAskedForTheCall(another)).toBe(false);
    await another.goesToShop({ acr_values: 'urn:blitz:acr:two-factors' });
    expect(another.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('is not asked again whether to trust it when it steps up, and the second factor counts', async () => {
    const ada = await trusting();
    const later = nextDay(ada);
    town.clock.passes({ sec: 31 });
    await later.goesToShop({ acr_values: 'urn:blitz:acr:two-factors' });
    await later.typesPassword();
    await later.asksForCall();
    await later.enters(await later.lastDigits());
    expect(later.errorInTheShop()).toBeNull();
    expect(claimsIn((await later.tokens()).id_token)).toMatchObject({ amr: ['pwd', 'tel', 'mfa', 'mca'] });
    expect(await town.service.get(TrustedBrowsers).list(ada.account.sub, town.clock.now())).toHaveLength(1);
  });

  it('is asked again when it steps up after its trust was taken back', async () => {
    const ada = await trusting();
    await town.service.get(RevokeBrowsers).execute(ada.account.sub, { reason: 'person_asked' });
    town.clock.passes({ sec: 31 });
    await ada.goesToShop({ prompt: 'login', acr_values: 'urn:blitz:acr:two-factors' });
    await ada.typesPassword();
    await ada.asksForCall();
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/trust this browser/i);
  });

  it('security 21: the trust of one account is worth nothing to another', async () => {
    const ada = await trusting();
    const eve = await town.person();
    eve.cookies.set(cookie, ada.cookies.get(cookie) ?? '');
    expect(await isAskedForTheCall(eve)).toBe(true);
    expect(await isAskedForTheCall(nextDay(ada))).toBe(false);
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(3000), '%00', '../../..', '"quoted"', '__proto__', '{"a":1}', 'null'])(
    'is not one that shows a cookie it made up: %j',
    async (made) => {
      const eve = await town.person();
      eve.cookies.set(cookie, made);
      expect(await isAskedForTheCall(eve)).toBe(true);
    },
  );

  it('security 21: is no longer trusted after the password was changed', async () => {
    const ada = await trusting();
    await town.service.get(ChangePassword).execute(ada.account.sub, 'quite another password');
    const later = nextDay(ada);
    await later.goesToShop();
    await later.typesPassword('quite another password');
    expect(later.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('security 21: is no longer trusted after a reset, a change of factors, or when the person takes it back', async () => {
    for (const reason of ['reset', 'factor_changed', 'person_asked', 'administrator_asked'] as const) {
      const ada = await trusting();
      expect(await town.service.get(RevokeBrowsers).execute(ada.account.sub, { reason })).toBe(1);
      expect(await isAskedForTheCall(nextDay(ada))).toBe(true);
    }
  });

  it('security 21: is no longer trusted when the account gets another telephone', async () => {
    const ada = await trusting();
    const accounts = town.service.get(Accounts);
    const { attributes } = await accounts.get(ada.account.sub);
    await accounts.saveAttributes(ada.account.sub, { ...attributes, given_name: 'Augusta' });
    expect(await town.service.get(TrustedBrowsers).list(ada.account.sub, town.clock.now())).toHaveLength(1);
    await accounts.saveAttributes(ada.account.sub, { ...attributes, phone_number: town.newPhone() });
    expect(await isAskedForTheCall(nextDay(ada))).toBe(true);
    const [event] = await new PostgresAuditEvents(town.service.get(DataSource)).find({ sub: ada.account.sub, types: ['browsers_revoked'] });
    expect(event).toMatchObject({ details: { reason: 'factor_changed', count: 1 } });
  });

  it('security 21: a login that began before all trust was revoked earns none', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    town.clock.passes({ sec: 1 });
    await town.service.get(RevokeBrowsers).execute(ada.account.sub, { reason: 'reset' });
    await ada.confirms('trust');
    expect(ada.cookies.has(cookie)).toBe(false);
    expect(await isAskedForTheCall(nextDay(ada))).toBe(true);
  });

  it('is listed for its person, with browser and time, and without what it proves itself with', async () => {
    const ada = await town.person();
    ada.headers = { ...ada.headers, 'user-agent': 'Some Browser/1.0' };
    await ada.logsIn('trust');
    const [listed, ...others] = await town.service.get(TrustedBrowsers).list(ada.account.sub, town.clock.now());
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ sub: ada.account.sub, userAgent: 'Some Browser/1.0' });
    expect(JSON.stringify(listed)).not.toContain(ada.cookies.get(cookie));
  });

  it('is made once by a login, however often the answer is sent', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    const { url, body } = ada.form('/blitz/login/ur/askToTrust', { action: 'trust' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.asks(url, { method: 'POST', body, headers: formHeaders })));
    const given = answers.flatMap(({ headers }) => headers.getSetCookie()).filter((line) => line.startsWith(`${cookie}=`));
    expect(given).toHaveLength(1);
    expect(await town.service.get(TrustedBrowsers).list(ada.account.sub, town.clock.now())).toHaveLength(1);
    for (const { status } of answers) expect(status).toBeLessThan(500);
  });

  it('cannot be made by hand: only after the second factor is anybody asked', async () => {
    const eve = await (await town.person()).atTheSecondFactor();
    const { body } = eve.form('/blitz/login/method/flashCall');
    const url = `/blitz/login/ur/askToTrust?${new URLSearchParams({ bo: eve.bo() }).toString()}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await eve.asks(url, { method: 'POST', body: `${body}&action=trust`, headers });
    expect(eve.cookies.has(cookie)).toBe(false);
    expect(await town.service.get(TrustedBrowsers).list(eve.account.sub, town.clock.now())).toEqual([]);
  });

  it('is trusted for a year and not a day longer, however often it is used', async () => {
    const ada = await trusting();
    for (let month = 0; month < 13; month += 1) {
      town.clock.passes({ days: 28 });
      expect(await isAskedForTheCall(nextDay(ada))).toBe(false);
    }
    town.clock.passes({ days: 1, min: 1 });
    expect(await isAskedForTheCall(nextDay(ada))).toBe(true);
  });

  it('is forgotten when it was not used for thirty days', async () => {
    const [ada, bob] = [await trusting(), await trusting()];
    town.clock.passes({ days: 29 });
    expect(await isAskedForTheCall(nextDay(ada))).toBe(false);
    town.clock.passes({ days: 1, min: 1 });
    expect(await isAskedForTheCall(nextDay(bob))).toBe(true);
    expect(await isAskedForTheCall(nextDay(ada))).toBe(false);
  });
});
