import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { formHeaders } from './support/person.ts';
import { password, Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

const two = 'urn:blitz:acr:two-factors';
const one = 'urn:blitz:acr:one-factor';

describe('who is asked for the call, and who is not', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
  });
  afterAll(() => town.close());
  beforeEach(() => town.administrator.saves({ 'login.required-factor': 1 }));

  async function onePerson(requiredFactor?: 1 | 2): Promise<Visitor> {
    const ada = await town.person(requiredFactor === undefined ? {} : { requiredFactor });
    await ada.goesToShop();
    await ada.typesPassword();
    return ada;
  }

  async function worth(ada: Visitor): Promise<unknown> {
    const { acr, amr } = claimsIn((await ada.tokens()).id_token);
    return { acr, amr };
  }

  const full = { acr: two, amr: ['pwd', 'tel', 'mfa', 'mca'] };

  it('one factor is enough when the administrator says one', async () => {
    expect(await worth(await onePerson())).toEqual({ acr: one, amr: ['pwd'] });
  });

  it.each([
    ['acr_values', { acr_values: two }],
    ['an essential claim', { claims: JSON.stringify({ id_token: { acr: { essential: true, value: two } } }) }],
    ['an essential claim with several values', { claims: JSON.stringify({ id_token: { acr: { essential: true, values: [two] } } }) }],
  ])('a session with the password alone is asked for the call, and only for the call, by %s', async (_, params) => {
    const ada = await onePerson();
    const before = claimsIn((await ada.tokens()).id_token);
    const page = await ada.goesToShop(params);
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    expect(page.html).not.toContain('type="password"');
    await ada.confirms();
    const after = claimsIn((await ada.tokens()).id_token);
    expect(after).toMatchObject({ ...full, sub: ada.account.sub, auth_time: before['auth_time'] });
    await ada.goesToShop({ ...params, prompt: 'none' });
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('a login that begins with this wish is asked for both, in one go', async () => {
    const ada = await town.person();
    await ada.goesToShop({ acr_values: two });
    await ada.typesPassword();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    await ada.confirms();
    expect(await worth(ada)).toEqual(full);
  });

  it('an application that is content with one of both classes gets the smaller', async () => {
    const ada = await town.person();
    await ada.goesToShop({ acr_values: `${two} ${one}` });
    await ada.typesPassword();
    expect(await worth(ada)).toEqual({ acr: one, amr: ['pwd'] });
  });

  it('a class that does not exist changes nothing where it is a wish, and is refused where it is essential', async () => {
    const ada = await onePerson();
    await ada.goesToShop({ acr_values: 'urn:blitz:acr:seven-factors' });
    expect(ada.errorInTheShop()).toBeNull();
    const essential = JSON.stringify({ id_token: { acr: { essential: true, value: 'urn:blitz:acr:seven-factors' } } });
    await ada.goesToShop({ claims: essential });
    expect(ada.errorInTheShop()).toBe('unmet_authentication_requirements');
  });

  it('an account that wants two factors is asked for two though the administrator says one', async () => {
    const ada = await onePerson(2);
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    await ada.confirms();
    expect(await worth(ada)).toEqual(full);
  });

  it('an account that wants one factor is asked for two when the administrator says two', async () => {
    await town.administrator.saves({ 'login.required-factor': 2 });
    expect((await onePerson(1)).where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('a session with one factor is asked for the second as soon as the administrator wants two', async () => {
    const ada = await onePerson();
    await town.administrator.saves({ 'login.required-factor': 2 });
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    await ada.goesToShop();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    await ada.confirms();
    expect(await worth(ada)).toEqual(full);
  });

  it('a session with one factor is asked for the second as soon as its account wants two', async () => {
    const ada = await onePerson();
    await town.service.get(Accounts).requireFactor(ada.account.sub, 2);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    await ada.goesToShop();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('a login under way is asked for the second factor when two are wanted before it ends', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    await town.administrator.saves({ 'login.required-factor': 2 });
    await ada.typesPassword();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('security 18: the step-up has no side door', async () => {
    const ada = await onePerson();
    await ada.goesToShop({ acr_values: two, prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
    for (const path of ['/blitz/login', '/blitz/login/ur/askToTrust', '/blitz/login/methods/password']) {
      await ada.goesToShop({ acr_values: two });
      await ada.opens(`${path}?${new URLSearchParams({ bo: ada.bo() }).toString()}`);
      expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    }
    await ada.opens(ada.bo());
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('security 18: a password typed instead of taking the call is one factor twice', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    const { url, body } = ada.form('/blitz/login/method/password', { login: ada.account.login, password });
    await ada.typesPassword();
    await ada.goesToShop({ acr_values: two });
    const here = new URL(url);
    here.searchParams.set('bo', ada.bo());
    await ada.opens(here.href, { method: 'POST', body, headers: formHeaders });
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('security 18: who types their own password in the step-up of another gets neither the session nor the other’s phone', async () => {
    const ada = await town.person();
    const eve = await town.person();
    await ada.goesToShop();
    const { url, body } = ada.form('/blitz/login/method/password', { login: eve.account.login, password });
    await ada.typesPassword();
    await ada.goesToShop({ acr_values: two });
    const here = new URL(url);
    here.searchParams.set('bo', ada.bo());
    const page = await ada.opens(here.href, { method: 'POST', body, headers: formHeaders });
    expect(page.text).toContain(eve.phone.slice(-2));
    await ada.submits('/blitz/login/method/flashCall');
    await ada.waitsForTheDialler();
    expect(await ada.calls()).toHaveLength(0);
    await ada.enters(await eve.lastDigits());
    await ada.answersTrust();
    expect(claimsIn((await ada.tokens()).id_token)).toMatchObject({ ...full, sub: eve.account.sub });
  });

  it('an unfinished login is not good for an application that wants the password typed now', async () => {
    const ada = await (await town.person({ requiredFactor: 2 })).atTheSecondFactor();
    town.clock.passes({ min: 5 });
    for (const params of [{ prompt: 'login' }, { max_age: '60' }]) {
      await ada.goesToShop(params);
      expect(ada.where()).toBe('/blitz/login/methods/password');
    }
  });

  it('whoever has no second factor does not get in on one (R19)', async () => {
    const ada = await town.person({ phone: undefined });
    await ada.goesToShop({ acr_values: two });
    const page = await ada.typesPassword();
    expect(page.status).toBe(403);
    expect(page.text).toMatch(/no valid mobile number/i);
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });
});
