import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { guardKey } from './support/administrator.ts';
import { HeadlessVisitor } from './support/headless-visitor.ts';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import type { Visitor } from './support/visitor.ts';

const button = '/blitz/login/method/flashCall';
const tooMany = /There were too many calls\. You can ask for a call again in .+ \( (?:on \d+ \w+ )?at \d\d:\d\d UTC \)/;
const notYet = /You can ask for (a|another) call (again )?in .+ \( (?:on \d+ \w+ )?at \d\d:\d\d UTC \)/;
const names = ['number', 'prefix', 'country', 'address', 'application', 'total'] as const;

/** The limits of blitz.conf, but for what a test says. */
describe('guards against too many calls', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open({ guards: 'on' });
  });
  afterAll(() => town.close());
  afterEach(async () => {
    town.clock.passes({ sec: 86_400 });
    const reset = [...names.map((each) => `${each}-calls`), 'countries', 'number-types'].map((each) => [guardKey(each), null]);
    await town.administrator.saves(Object.fromEntries(reset) as Record<string, null>);
  });

  async function atTheOffer(visitor: Visitor): Promise<Visitor> {
    return visitor.atTheSecondFactor();
  }

  /** Is called so often, half a minute apart. */
  async function isCalled(ada: Visitor, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      town.clock.passes({ sec: 31 });
      await ada.opens(ada.page.url);
      await ada.asksForCall();
    }
    expect(await ada.calls()).toHaveLength(times);
    town.clock.passes({ sec: 31 });
  }

  it('the sixth press in ten minutes rings nobody and says when to try again, on every page and after every reload', async () => {
    const ada = await atTheOffer(await town.person());
    await isCalled(ada, 5);
    await ada.opens(ada.page.url);
    expect(ada.page.text).toMatch(notYet);
    await ada.submits(button);
    expect(ada.page.text).toMatch(notYet);
    expect(ada.page.url).not.toMatch(/error|limit|wait/);
    const again = await atTheOffer(ada.elsewhere());
    expect(again.page.text).toMatch(tooMany);
    await again.submits(button);
    expect(again.page.text).toMatch(tooMany);
    expect(await ada.calls()).toHaveLength(5);
    town.clock.passes({ sec: 600 });
    await again.opens(again.page.url);
    expect(again.page.text).not.toMatch(notYet);
    await again.asksForCall();
    expect(await ada.calls()).toHaveLength(6);
  });

  it('the code of the last call that was made is right still', async () => {
    const ada = await atTheOffer(await town.person());
    await isCalled(ada, 5);
    await ada.opens(ada.page.url);
    await ada.submits(button);
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('the journal and the metrics tell which guard it was, and once that it fired; the page does not', async () => {
    await town.administrator.saves({ [guardKey('application-calls')]: 1 });
    const [ada, eve] = [await atTheOffer(await town.person()), await atTheOffer(await town.person())];
    await ada.asksForCall();
    await eve.submits(button);
    await eve.submits(button);
    expect(eve.page.text).toMatch(tooMany);
    expect(eve.page.text).not.toMatch(/guard|this application|address/i);
    const events = await town.administrator.events(eve.account.sub);
    const refused = events.filter(({ type }) => type === 'call_refused').map(({ details }) => details);
    expect(refused).toEqual(Array(2).fill({ reason: 'guard_application', until: expect.any(Number) }));
    expect(events.filter(({ type }) => type === 'guard_fired')).toHaveLength(1);
    expect(await town.administrator.metrics()).toMatch(/blitz_events_total\{type="guard_fired",reason="guard_application"[^}]*\} 1\n/);
  });

  it('a forged forwarding header does not make another address of it (security 9)', async () => {
    await town.administrator.saves({ [guardKey('address-calls')]: 1 });
    const [ada, eve] = [await atTheOffer(await town.person()), await atTheOffer(await town.person())];
    await ada.asksForCall();
    const { url, body } = eve.form(button, {});
    const forged = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9', 'true-client-ip': '203.0.113.9' };
    await eve.asks(url, { method: 'POST', body, headers: { ...formHeaders, ...forged } });
    await eve.opens(eve.page.url);
    expect(eve.page.text).toMatch(tooMany);
    expect(await eve.calls()).toEqual([]);
  });

  it('R18 a stranger without the password learns nothing and uses up nothing', async () => {
    await town.administrator.saves({ [guardKey('number-calls')]: 1 });
    const ada = await atTheOffer(await town.person());
    await ada.asksForCall();
    const stranger = ada.elsewhere();
    await stranger.goesToShop();
    const before = stranger.page.text;
    await stranger.typesPassword('a guess');
    expect(`${before} ${stranger.page.text}`).not.toMatch(/too many calls|call again/i);
    const other = await town.person();
    await other.goesToShop();
    for (let time = 0; time < 5; time += 1) {
      const answer = await other.asks(`${town.base}/login/method/flashCall`, { method: 'POST', body: 'press=1', headers: formHeaders });
      expect(answer.status).not.toBe(200);
    }
    await other.typesPassword();
    expect(other.page.text).not.toMatch(tooMany);
    await other.asksForCall();
    expect(await other.calls()).toHaveLength(1);
  });

  it('R3 a double click and a second tab count as one (security 28)', async () => {
    await town.administrator.saves({ [guardKey('number-calls')]: 2 });
    const ada = await atTheOffer(await town.person());
    const { url, body } = ada.form(button, {});
    await Promise.all(Array.from({ length: 8 }, () => ada.asks(url, { method: 'POST', body, headers: formHeaders })));
    await ada.opens(ada.page.url);
    await ada.waitsForTheDialler();
    expect(await ada.calls()).toHaveLength(1);
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    expect(ada.page.text).not.toMatch(tooMany);
    await ada.asksForCall();
    expect(await ada.calls()).toHaveLength(2);
    expect(ada.page.text).toMatch(notYet);
  });

  it.each([
    ['a fixed line', '+74951234567', {}],
    ['a country that is not listed', '+77011234567', { [guardKey('countries')]: ['RU'] }],
  ])('R15 %s is never called, whatever is pressed, and the page says so', async (_what, phone, changes) => {
    await town.administrator.saves(changes);
    const ada = await atTheOffer(await town.person({ phone }));
    expect(ada.page.text).toMatch(/We can’t call this number/);
    expect(ada.page.text).not.toContain(phone);
    expect(() => ada.form(button, {})).toThrow();
    expect(await ada.calls()).toEqual([]);
    await town.administrator.saves({ [guardKey('countries')]: ['RU', 'KZ'], [guardKey('number-types')]: ['mobile', 'fixed_line'] });
    await ada.opens(ada.page.url);
    await ada.asksForCall();
    expect(await ada.calls()).toHaveLength(1);
  });

  it('tells clients without pages in their words', async () => {
    await town.administrator.saves({ [guardKey('number-calls')]: 1 });
    const ada = HeadlessVisitor.of(await town.person());
    await ada.begins();
    await ada.typesPassword();
    expect(await ada.presses()).toMatchObject({ inquire: 'enter_flash_call_code', retry_after: 600 });
    town.clock.passes({ sec: 121 });
    expect(await ada.looks()).toMatchObject({ inquire: 'ask_to_flash_call', errors: [{ code: 'calls_limited' }], retry_after: 479 });
    expect(await ada.presses()).toMatchObject({ inquire: 'ask_to_flash_call', errors: [{ code: 'calls_limited' }], retry_after: 479 });
    const abroad = HeadlessVisitor.of(await town.person({ phone: '+74951234568' }));
    await abroad.begins();
    expect(await abroad.typesPassword()).toMatchObject({ inquire: 'choose_one', items: [], errors: [{ code: 'not_callable' }] });
  });

  it('says it in Russian, too', async () => {
    await town.administrator.saves({ [guardKey('number-calls')]: 1 });
    const ada = await town.person();
    await ada.goesToShop({ ui_locales: 'ru' });
    await ada.typesPassword();
    await ada.asksForCall();
    expect(ada.page.text).toMatch(/Новый звонок можно будет заказать через .+ \( (?:\d+ \S+ )?в \d\d:\d\d UTC \)/);
    const again = ada.elsewhere();
    await again.goesToShop({ ui_locales: 'ru' });
    await again.typesPassword();
    expect(again.page.text).toMatch(/Звонков было слишком много\. Новый звонок можно будет заказать через .+ \( (?:\d+ \S+ )?в \d\d:\d\d UTC \)/);
  });
});
