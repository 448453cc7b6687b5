import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsStore } from '@blitz/settings';
import { flashCallKey } from './support/administrator.ts';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

/** As promised to the administrator: in force in every running service within a second, without a restart. */
const second = 1_000;

describe('what the administrator saves', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());
  afterEach(() =>
    town.administrator.saves({
      'login.required-factor': null,
      'login.factors': null,
      'lang.default': null,
      [flashCallKey('psw-length')]: null,
      [flashCallKey('phone-attr')]: null,
    }),
  );

  it('changes the number of digits within a second: on the page, in the code, and in what is taken for one', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    expect(ada.page.text).toMatch(/last 4 digits/);
    await town.administrator.writes({ [flashCallKey('psw-length')]: 7 });
    await until(async () => (await ada.opens(ada.page.url)).text.includes('last 7 digits'), second);
    await ada.asksForCall();
    expect((await ada.enters(await ada.lastDigits(4))).text).toMatch(/exactly 7 digits/i);
    expect((await ada.enters(await ada.lastDigits(7))).text).toMatch(/trust this browser/i);
  });

  it('changed while a call is on its way costs the person nothing: the page says what it wants, another call helps', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await town.administrator.saves({ [flashCallKey('psw-length')]: 5 });
    expect((await ada.enters(await ada.lastDigits(4))).text).toMatch(/exactly 5 digits.*did not count/i);
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    await ada.asksForCall();
    expect((await ada.enters(await ada.lastDigits(5))).text).toMatch(/trust this browser/i);
  });

  it('decides within a second whether two factors are asked for', async () => {
    await town.administrator.writes({ 'login.required-factor': 1 });
    await until(async () => {
      const ada = await (await town.person()).atTheSecondFactor();
      return ada.page.url.startsWith('http://application.test');
    }, second);
    await town.administrator.writes({ 'login.required-factor': 2 });
    await until(async () => (await (await town.person()).atTheSecondFactor()).where() === '/blitz/login/methods2/flashCall', second);
  });

  it('switches the incoming call off within a second, also for who is in the middle of it (R19)', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const off = [{ enabled: false, method: 'flashCall' }];
    await town.administrator.writes({ 'login.factors': [[{ enabled: true, method: 'password' }], off] });
    const eve = await town.person();
    await until(async () => (await eve.elsewhere().atTheSecondFactor()).where() === '/blitz/login/methods2', second);
    const bob = await eve.elsewhere().atTheSecondFactor();
    expect(bob.page).toMatchObject({ status: 403 });
    expect(bob.page.text).toMatch(/no way to (do it|confirm)/i);
    const entry = ada.form('/blitz/login/method/flashCall/code', { code: await ada.lastDigits() });
    const press = ada.form('/blitz/login/method/flashCall');
    for (const { url, body } of [entry, press]) {
      const page = await ada.opens(url, { method: 'POST', body, headers: formHeaders });
      expect(page.text).toMatch(/no way to (do it|confirm)/i);
    }
    expect(await ada.calls()).toHaveLength(1);
  });

  it('chooses within a second which attribute holds the number', async () => {
    const ada = await town.person();
    await town.administrator.writes({ [flashCallKey('phone-attr')]: 'email' });
    await until(async () => (await ada.elsewhere().atTheSecondFactor()).page.text.includes('no valid mobile number'), second);
  });

  it('cannot bring a method that is not in the file to the login, whatever is saved', async () => {
    const lists = [
      [{ enabled: true, method: 'password' }, { enabled: true, method: 'webAuthn' }],
      [{ enabled: true, method: 'totp' }, { enabled: true, method: 'flashCall' }],
    ];
    await town.administrator.saves({ 'login.factors': lists });
    const ada = await (await town.person()).atTheSecondFactor();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    expect(ada.page.html).not.toMatch(/totp|webAuthn/i);
    await ada.opens(`/blitz/login/methods2?${new URLSearchParams({ bo: ada.bo() }).toString()}`);
    expect(ada.page.html).not.toMatch(/totp|webAuthn/i);
    for (const method of ['totp', 'webAuthn', 'password', '__proto__']) {
      const url = `/blitz/login/methods2/${method}?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
      expect((await ada.asks(url)).status).toBe(404);
    }
  });

  it('that cannot be used changes nothing, and everything goes on', async () => {
    const store = town.service.get(SettingsStore);
    const expectedVersion = (await store.latest())?.version ?? 0;
    const values = { [flashCallKey('psw-length')]: 'many', 'login.required-factor': 0, 'no.such.key': 1, __proto__: null };
    await store.save(values, { author: 'somebody with a database console', address: '', browser: '', expectedVersion });
    await town.administrator.saves({ 'lang.default': 'ru' });
    const ada = await town.person();
    ada.headers = { accept: 'text/html' };
    expect((await ada.goesToShop()).html).toContain('lang="ru"');
    ada.headers = { accept: 'text/html', 'accept-language': 'en' };
    await ada.elsewhere().atTheSecondFactor();
    const eve = await (await town.person()).atTheSecondFactor();
    expect(eve.page.text).toMatch(/last 4 digits/);
    await town.administrator.saves({ [flashCallKey('psw-length')]: null, 'login.required-factor': null });
  });
});
