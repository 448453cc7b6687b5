import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Breakers } from '@blitz/procedures';
import { installs } from './support/procedures.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

interface Trouble {
  readonly behaviour: string;
  /** What the person reads. */
  readonly says: RegExp;
  readonly paidBack: boolean;
}

/** Paid back only where the provider answered that it did nothing (R13); in doubt it called. */
const troubles: readonly Trouble[] = [
  { behaviour: 'error-500', says: /the call failed.*did not answer as it should/i, paidBack: false },
  { behaviour: 'rate-limited-429', says: /the call was not made.*will not ring.*does not count as an attempt/i, paidBack: true },
  { behaviour: 'no-sender-id', says: /the call failed/i, paidBack: false },
  { behaviour: 'bad-json', says: /the call failed/i, paidBack: false },
  { behaviour: 'short-number', says: /that call can’t be used.*not have enough digits/i, paidBack: false },
  { behaviour: 'redirect', says: /the call was not made/i, paidBack: true },
  { behaviour: 'drops-connection', says: /the call failed/i, paidBack: false },
];

describe('when the provider misbehaves', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  /** Presses until the method is blocked. */
  async function callsUntilTheBlock(ada: Visitor): Promise<number> {
    for (let calls = 0; calls < 14; calls += 1) {
      if (/paused/i.test(ada.page.text)) return calls;
      // Others are called all the while: the provider is not left alone.
      await town.service.get(Breakers).worked('simulator');
      await ada.asksForCall();
      // As slowly as the guards want it.
      town.clock.passes({ sec: 121 });
      await ada.opens(ada.page.url);
    }
    return Number.POSITIVE_INFINITY;
  }

  it.each(troubles)('R19 $behaviour: the person is told in words, and the next call works', async ({ behaviour, says }) => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, behaviour);
    await ada.atTheSecondFactor();
    const page = await ada.asksForCall();
    expect(page.text).toMatch(says);
    expect(page.html).not.toMatch(/ECONN|axios|status 5|undefined|\[object/i);
    await town.administrator.makesProvider(ada.phone, 'normal');
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    await ada.confirms();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it.each(troubles)('R13 $behaviour: the budget gets its call back: $paidBack', async ({ behaviour, paidBack }) => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, behaviour);
    await ada.atTheSecondFactor();
    await ada.asksForCall();
    const event = (await town.administrator.events(ada.account.sub)).find(({ type }) => type === 'call_failed');
    expect(event?.details).toMatchObject({ paidBack });
  });

  it('R13 a provider that always refuses before it calls never spends the budget; one that breaks after it may have called does', async () => {
    const refused = await town.person();
    await town.administrator.makesProvider(refused.phone, 'rate-limited-429');
    expect(await callsUntilTheBlock(await refused.atTheSecondFactor())).toBe(Number.POSITIVE_INFINITY);
    const broken = await town.person();
    await town.administrator.makesProvider(broken.phone, 'error-500');
    // Nine calls leave room for no entry beside a tenth (R10).
    expect(await callsUntilTheBlock(await broken.atTheSecondFactor())).toBe(10);
  });

  it('R4 a number written with letters, brackets and dashes is read by its digits', async () => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, 'number-with-letters');
    await ada.logsIn();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('a busy line is still a call: the number is in the list of missed ones', async () => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, 'busy');
    await ada.logsIn();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('a slow provider keeps the person informed, and the code works when it comes', async () => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, 'slow', 400);
    await ada.atTheSecondFactor();
    await ada.submits('/blitz/login/method/flashCall');
    expect(ada.page.text).toMatch(/about to call you|we are calling you/i);
    expect((await ada.enters('1234')).text).toMatch(/has not been made yet.*did not count/i);
    await ada.waitsForTheDialler();
    await ada.opens(ada.page.url);
    expect(ada.page.text).toMatch(/3 tries left/i);
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/trust this browser/i);
  });

  it('R3 a provider that hangs is given up in time, is never asked a second time for the same press, and the person can go on', async () => {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, 'hangs');
    await ada.atTheSecondFactor();
    await ada.submits('/blitz/login/method/flashCall');
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    await ada.submits('/blitz/login/method/flashCall');
    expect(await ada.calls()).toHaveLength(1);
    town.clock.passes({ sec: 50 });
    await town.administrator.makesProvider(ada.phone, 'normal');
    expect((await ada.opens(ada.page.url)).text).toMatch(/lost touch with the phone company.*can’t tell/i);
    await ada.confirms();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('R13 a provider that can’t be reached made no call', async () => {
    await installs(town.service, { url: 'http://127.0.0.1:1', secrets: { token: town.token } });
    const far = await town.another({ BLITZ_EGRESS_HTTP: '127.0.0.1:1', BLITZ_ROLES: 'dialler' });
    await town.service.stop();
    const web = await town.another({ BLITZ_ROLES: 'web' });
    try {
      town.service = web.service;
      town.base = web.base;
      const ada = await (await town.person()).atTheSecondFactor();
      expect((await ada.asksForCall()).text).toMatch(/will not ring.*does not count/i);
      const failures = async (): Promise<readonly unknown[]> =>
        (await town.administrator.events(ada.account.sub)).filter(({ type }) => type === 'call_failed').map(({ details }) => details);
      // The dialler writes its own journal, in its own time.
      await until(async () => (await failures()).length > 0);
      expect(await failures()).toEqual([expect.objectContaining({ paidBack: true, hint: expect.stringMatching(/^simulator: .*ECONNREFUSED$/) })]);
    } finally {
      await far.service.stop();
    }
  });
});
