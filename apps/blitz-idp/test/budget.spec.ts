import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import type { Visitor } from './support/visitor.ts';

/** The settings of blitz.conf: 3 tries a call, 10 calls and entries in all, 15 minutes. */
describe('the budget of calls and entries', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  /** Spends `calls` calls with `entries` wrong entries each, in logins of their own. */
  async function spends(ada: Visitor, ...entriesOfCalls: readonly number[]): Promise<Visitor> {
    let visitor = ada;
    for (const entries of entriesOfCalls) {
      visitor = await ada.elsewhere().atTheSecondFactor();
      town.clock.passes({ sec: 31 });
      await visitor.opens(visitor.page.url);
      await visitor.asksForCall();
      const wrong = await visitor.wrongDigits();
      for (let times = 0; times < entries; times += 1) await visitor.enters(wrong);
    }
    return visitor;
  }

  it('R7 security 15: asks for a second call when the tries are gone, even if the next code is right', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const right = await ada.lastDigits();
    const form = ada.form('/blitz/login/method/flashCall/code', { code: right });
    const wrong = await ada.wrongDigits();
    expect((await ada.enters(wrong)).text).toMatch(/2 tries left/i);
    expect((await ada.enters(wrong)).text).toMatch(/1 try left|last try/i);
    expect((await ada.enters(wrong)).text).toMatch(/call again/i);
    const late = await ada.opens(form.url, { method: 'POST', body: form.body, headers: formHeaders });
    expect(late.text).toMatch(/call again/i);
  });

  it('R7 R12 security 1: of many parallel wrong entries exactly the tries are looked at', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: await ada.wrongDigits() });
    const headers = { ...formHeaders, accept: 'application/json' };
    const answers = await Promise.all(
      Array.from({ length: 40 }, async () => (await ada.asks(url, { method: 'POST', body, headers })).json() as Promise<unknown>),
    );
    const codes = answers.map((answer) => (answer as { errors: { code: string }[] }).errors[0]?.code);
    expect(codes.filter((code) => code === 'invalid_otp')).toHaveLength(3);
    expect(codes.filter((code) => code === 'expired')).toHaveLength(37);
  });

  it('R12 of many parallel right entries exactly one succeeds', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: await ada.lastDigits() });
    const answers = await Promise.all(
      Array.from({ length: 30 }, async () => (await ada.asks(url, { method: 'POST', body, headers: formHeaders })).headers.get('location')),
    );
    expect(answers.filter((location) => location?.includes('askToTrust'))).toHaveLength(1);
  });

  it('R8 security 2 14: blocks at the tenth call or entry, counted over logins and browsers, and not at the ninth', async () => {
    const ada = await town.person();
    const ninth = await spends(ada, 3, 3, 0);
    expect(ninth.page.text).not.toMatch(/paused/i);
    const tenth = await ninth.enters(await ninth.wrongDigits());
    expect(tenth.text).toMatch(/paused/i);
  });

  it('R8 R12 at the limit, of parallel entries over the last of the budget exactly that many are looked at', async () => {
    const ada = await town.person();
    const last = await spends(ada, 3, 3, 0);
    const { url, body } = last.form('/blitz/login/method/flashCall/code', { code: await last.wrongDigits() });
    const headers = { ...formHeaders, accept: 'application/json' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await last.asks(url, { method: 'POST', body, headers })).json() as Promise<unknown>),
    );
    const codes = answers.map((answer) => (answer as { errors: { code: string }[] }).errors[0]?.code);
    expect(codes.filter((code) => code === 'invalid_otp')).toHaveLength(1);
    expect(codes.filter((code) => code === 'no_attempts')).toHaveLength(19);
  });

  it('R8 security 16: neither a call, a new login nor a new code refills it; a success does', async () => {
    const ada = await town.person();
    const visitor = await spends(ada, 3, 3);
    town.clock.passes({ sec: 31 });
    await visitor.opens(visitor.page.url);
    await visitor.asksForCall();
    expect((await visitor.enters(await visitor.lastDigits())).text).toMatch(/trust/i);
    const after = await spends(ada, 3, 3);
    expect(after.page.text).not.toMatch(/paused/i);
  });

  it('R9 while blocked nothing is called and not even the right digits help; afterwards all is well again', async () => {
    const ada = await town.person();
    const visitor = await spends(ada, 3, 3, 0);
    const right = visitor.form('/blitz/login/method/flashCall/code', { code: await visitor.lastDigits() });
    await visitor.enters(await visitor.wrongDigits());
    expect(visitor.page.text).toMatch(/paused/i);
    expect(visitor.page.html).toMatch(/datetime="/);
    const before = (await ada.calls()).length;
    expect((await visitor.opens(right.url, { method: 'POST', body: right.body, headers: formHeaders })).text).toMatch(/paused/i);
    const elsewhere = await ada.elsewhere().atTheSecondFactor();
    expect(elsewhere.page.text).toMatch(/paused/i);
    expect((await ada.calls()).length).toBe(before);
    town.clock.passes({ min: 15 });
    const again = await ada.elsewhere().atTheSecondFactor();
    await again.asksForCall();
    expect((await again.enters(await again.lastDigits())).text).toMatch(/trust/i);
  });

  it('R10 blocks at once when the budget no longer holds a call and an entry', async () => {
    const ada = await town.person();
    const visitor = await spends(ada, 3, 3, 0);
    const before = (await ada.calls()).length;
    town.clock.passes({ sec: 31 });
    await visitor.opens(visitor.page.url);
    expect((await visitor.submits('/blitz/login/method/flashCall')).text).toMatch(/paused/i);
    expect((await ada.calls()).length).toBe(before);
  });
});
