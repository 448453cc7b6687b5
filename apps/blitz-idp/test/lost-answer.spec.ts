import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { Challenges } from '@blitz/factors';
import { HeadlessVisitor } from './support/headless-visitor.ts';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

const postCode = '/blitz/login/method/flashCall/code';
const [password, offer, trust] = ['/blitz/login/methods/password', '/blitz/login/methods2/flashCall', '/blitz/login/ur/askToTrust'];
const mca = ['pwd', 'tel', 'mfa', 'mca'];

/** The digits were right, they are used up, and the answer that says so reaches nobody. */
describe('right digits whose answer was lost on the way', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
  });
  afterAll(() => town.close());

  async function waitingForTheCode(): Promise<Visitor> {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    return ada;
  }

  /** As a thief would have them, or a browser that was not told. */
  function withCookies(of: Visitor, cookies: ReadonlyMap<string, string>): Visitor {
    const browser = of.elsewhere();
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    browser.page = of.page;
    return browser;
  }

  /** Sends the right digits; this browser never hears what came of it. */
  async function entersInVain(ada: Visitor): Promise<void> {
    const { url, body } = ada.form(postCode, { code: await ada.lastDigits() });
    const answer = await withCookies(ada, ada.cookies).asks(url, { method: 'POST', body, headers: formHeaders });
    expect(answer.headers.get('location')).toContain(trust);
  }

  async function unheard(): Promise<Visitor> {
    const ada = await waitingForTheCode();
    await entersInVain(ada);
    return ada;
  }

  const answerHadItsTime = (): void => { town.clock.passes({ sec: 2 }); };
  const spent = async ({ account }: Visitor): Promise<number> => (await town.service.get(Challenges).look(account.sub)).spent;

  async function getsThrough(ada: Visitor): Promise<void> {
    expect(ada.where()).toBe(trust);
    await ada.answersTrust();
    expect(claimsIn((await ada.tokens()).id_token)).toMatchObject({ sub: ada.account.sub, amr: mca });
    expect(await ada.calls()).toHaveLength(1);
  }

  it.each([2, 57])('the person who reloads after %d seconds is asked about trust and gets through, and the journal tells one login', async (sec) => {
    const ada = await unheard();
    town.clock.passes({ sec });
    await ada.opens(ada.page.url);
    await getsThrough(ada);
    const events = (await town.administrator.events(ada.account.sub)).filter(({ type }) => /^(login|entry)_/.test(type));
    expect(events.map(({ type }) => type)).toEqual(['login_started', 'entry_right', 'login_completed']);
    expect(new Set(events.map(({ login }) => login)).size).toBe(1);
  });

  it('whoever reloads at once waits a moment, and gets through', async () => {
    const ada = await unheard();
    await ada.opens(ada.page.url);
    await getsThrough(ada);
  });

  it('whoever closed the tab and comes from the shop again gets through', async () => {
    const ada = await unheard();
    answerHadItsTime();
    await ada.goesToShop();
    await getsThrough(ada);
  });

  it('R12 digits that the browser sends again cost nothing and lead on', async () => {
    const ada = await unheard();
    answerHadItsTime();
    await ada.enters(await ada.lastDigits());
    await getsThrough(ada);
    expect(await spent(ada)).toBe(0);
  });

  it.each(['looks where it stands', 'sends them again'])('a client without pages that %s gets through', async (what) => {
    const ada = HeadlessVisitor.of(await town.person());
    await ada.begins();
    await ada.typesPassword();
    await ada.presses();
    const before = new Map(ada.visitor.cookies);
    const code = await ada.visitor.lastDigits();
    const { csrf } = ada;
    const url = ada.visitor.page.url.replace(offer, postCode);
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, csrf }) };
    expect(await (await ada.visitor.asks(url, sent)).json()).toEqual({ next: expect.stringContaining(trust) });
    ada.visitor.cookies.clear();
    for (const [name, value] of before) ada.visitor.cookies.set(name, value);
    answerHadItsTime();
    expect(await (what.startsWith('looks') ? ada.looks() : ada.enters(code))).toMatchObject({ status: 200, inquire: 'ask_to_trust' });
    expect(claimsIn((await ada.answersTrust()).id_token)).toMatchObject({ amr: mca });
  });

  it('of two tabs that come back at once both are led to the question about trust, and one finishes', async () => {
    const ada = await unheard();
    answerHadItsTime();
    const tab = withCookies(ada, ada.cookies);
    const doorway = `/blitz/login?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
    const answers = await Promise.all([ada, tab].map((each) => each.asks(doorway)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(tab.cookies.get('blitz_login')).toBe(ada.cookies.get('blitz_login'));
    for (const each of [ada, tab]) expect((await each.opens(doorway)).url).toContain(trust);
    await getsThrough(ada);
    await tab.answersTrust();
    expect(tab.page.text).toMatch(/this login has ended/i);
  });

  it('an answer that is lost once more does no harm', async () => {
    const ada = await unheard();
    answerHadItsTime();
    const before = new Map(ada.cookies);
    await ada.asks(`/blitz/login?${new URLSearchParams({ bo: ada.bo() }).toString()}`);
    expect(ada.cookies.get('blitz_login')).not.toBe(before.get('blitz_login'));
    for (const [name, value] of before) ada.cookies.set(name, value);
    await ada.opens(ada.page.url);
    await getsThrough(ada);
  });

  it('after a minute they are lost', async () => {
    const ada = await unheard();
    town.clock.passes({ sec: 61 });
    await ada.opens(ada.page.url);
    expect(ada.where()).toBe(password);
  });

  it('security 11: a copy of all cookies, made before the digits, gets nothing once the new ones were used', async () => {
    const ada = await waitingForTheCode();
    const thief = withCookies(ada, ada.cookies);
    const { url } = ada.page;
    await ada.enters(await ada.lastDigits());
    expect(ada.where()).toBe(trust);
    answerHadItsTime();
    await thief.opens(url);
    expect(thief.where()).toBe(password);
    await getsThrough(ada);
    await thief.opens(url);
    expect(thief.page.text).not.toMatch(/trust this browser/i);
  });

  it('security 11: nor by asking from the very moment on, before the answer had its time', async () => {
    const ada = await waitingForTheCode();
    const thief = withCookies(ada, ada.cookies);
    const doorway = `/blitz/login?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
    const { url, body } = ada.form(postCode, { code: await ada.lastDigits() });
    const answer = await ada.asks(url, { method: 'POST', body, headers: formHeaders });
    const stealing = thief.opens(doorway);
    await ada.opens(answer.headers.get('location') ?? '');
    await stealing;
    expect([thief.where(), ada.where()]).toEqual([password, trust]);
    await getsThrough(ada);
  });

  it('R11 in another browser the login’s cookie alone gets nothing', async () => {
    const ada = await unheard();
    answerHadItsTime();
    const eve = await town.person();
    await eve.goesToShop();
    eve.cookies.set('blitz_login', ada.cookies.get('blitz_login') ?? '');
    await eve.opens(`/blitz/login?${new URLSearchParams({ bo: eve.bo() }).toString()}`);
    expect(eve.where()).toBe(password);
    expect((await eve.opens(ada.page.url)).status).toBe(400);
    await ada.opens(ada.page.url);
    await getsThrough(ada);
  });

  it('security 11: cookies that were copied before the call get nothing', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const thief = withCookies(ada, ada.cookies);
    await ada.asksForCall();
    await entersInVain(ada);
    answerHadItsTime();
    await thief.opens(thief.page.url);
    expect(thief.where()).toBe(password);
  });

  it('security 23: a number that changed meanwhile has to be proved', async () => {
    const ada = await unheard();
    const another = town.newPhone();
    await town.service.get(Accounts).saveAttributes(ada.account.sub, { ...ada.account.attributes, phone_number: another });
    answerHadItsTime();
    await ada.opens(ada.page.url);
    expect(ada.where()).toBe(offer);
    expect(ada.page.text).toContain(`${another.slice(-4, -2)} ${another.slice(-2)}`);
  });

  it('R1 an application that wants the password anew gets it', async () => {
    const ada = await unheard();
    answerHadItsTime();
    await ada.goesToShop({ prompt: 'login' });
    expect(ada.where()).toBe(password);
  });
});
