import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';

describe('one press makes at most one call', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('R3 rings once, however often and from however many tabs the button is pressed', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const { url, body } = ada.form('/blitz/login/method/flashCall');
    await Promise.all(Array.from({ length: 30 }, () => ada.asks(url, { method: 'POST', body, headers: formHeaders })));
    await ada.opens(ada.page.url);
    await ada.waitsForTheDialler();
    expect(await ada.calls()).toHaveLength(1);
  });

  it('R3 the same press sent again after the delay is still the same press', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const { url, body } = ada.form('/blitz/login/method/flashCall');
    await ada.asksForCall();
    town.clock.passes({ sec: 31 });
    await ada.asks(url, { method: 'POST', body, headers: formHeaders });
    await ada.opens(ada.page.url);
    await ada.waitsForTheDialler();
    expect(await ada.calls()).toHaveLength(1);
  });

  it('R3 refuses a press that does not say which it is, and one that is ahead of itself', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    for (const press of ['', '0', '-1', '1e9', 'one', '99999999999999999999']) {
      const { url, body } = ada.form('/blitz/login/method/flashCall', { press });
      expect((await ada.asks(url, { method: 'POST', body, headers: formHeaders })).status).toBe(400);
    }
    const ahead = ada.form('/blitz/login/method/flashCall', { press: '7' });
    await ada.asks(ahead.url, { method: 'POST', body: ahead.body, headers: formHeaders });
    expect(await ada.calls()).toHaveLength(0);
  });

  it('R16 makes another call only after the delay: not a second before, on the second', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    town.clock.passes({ sec: 25 });
    await ada.submits('/blitz/login/method/flashCall');
    expect(await ada.calls()).toHaveLength(1);
    town.clock.passes({ sec: 5 });
    await ada.opens(ada.page.url);
    await ada.asksForCall();
    expect(await ada.calls()).toHaveLength(2);
  });

  it('R11 a new call makes the old code worthless', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const old = await ada.lastDigits();
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    await ada.asksForCall();
    const current = await ada.lastDigits();
    if (old !== current) expect((await ada.enters(old)).text).toMatch(/2 tries left/i);
    expect((await ada.enters(current)).text).toMatch(/trust/i);
  });

  it('R11 a code works only in the login and browser that asked for it', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const elsewhere = await ada.elsewhere().atTheSecondFactor();
    await ada.asksForCall();
    const code = await ada.lastDigits();
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code });
    await elsewhere.asks(url, { method: 'POST', body, headers: formHeaders });
    expect(elsewhere.page.text).not.toMatch(/trust this browser/i);
    const stolen = ada.elsewhere();
    for (const [name, value] of ada.cookies) if (!name.includes('browser')) stolen.cookies.set(name, value);
    expect((await stolen.asks(url, { method: 'POST', body, headers: formHeaders })).status).toBe(400);
    expect((await ada.enters(code)).text).toMatch(/trust/i);
  });

  it('R3 the right digits help even when the answer to the press was lost on the way', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const before = new Map(ada.cookies);
    await ada.submits('/blitz/login/method/flashCall');
    await ada.waitsForTheDialler();
    ada.cookies.clear();
    for (const [name, value] of before) ada.cookies.set(name, value);
    await ada.opens(ada.page.url);
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/trust/i);
    expect(await ada.calls()).toHaveLength(1);
  });

  it('a login that was given up is over, whoever kept its cookie', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const kept = new Map(ada.cookies);
    await ada.submits('/blitz/login/cancel');
    for (const [name, value] of kept) ada.cookies.set(name, value);
    expect(new URL((await ada.goesToShop()).url).pathname).toBe('/blitz/login/methods/password');
  });
});
