import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';
import { Visitor } from './support/visitor.ts';

const doors = {
  password: '/blitz/login/method/password',
  press: '/blitz/login/method/flashCall',
  code: '/blitz/login/method/flashCall/code',
  trust: '/blitz/login/ur/askToTrust',
  cancel: '/blitz/login/cancel',
} as const;

/** Bodies that no page of ours sends. */
const bodies: readonly (readonly [string, string, string])[] = [
  ['nothing', 'application/x-www-form-urlencoded', ''],
  ['fields twice', 'application/x-www-form-urlencoded', 'code=1111&code=2222&press=1&press=2&csrf=a&csrf=b&action=trust&action=trust&login=a&login=b&password=a&password=b'],
  ['fields as objects', 'application/x-www-form-urlencoded', 'code[a]=1&code[]=1234&press[]=1&csrf[x]=y&__proto__[admin]=1&constructor[prototype][x]=1'],
  ['NUL and halves of pairs', 'application/x-www-form-urlencoded', 'code=%00%00%00%00&login=%00&password=%ED%A0%80&press=%00&action=%00'],
  ['a broken escape', 'application/x-www-form-urlencoded', 'code=%&csrf=%ZZ&login=%E0%A4%A'],
  ['JSON null', 'application/json', 'null'],
  ['a JSON number', 'application/json', '1234'],
  ['a JSON list', 'application/json', '[{"code":"1234"}]'],
  ['JSON of wrong types', 'application/json', '{"code":["1234"],"press":{"a":1},"csrf":null,"action":true,"login":1,"password":{}}'],
  ['JSON with a prototype', 'application/json', '{"__proto__":{"csrf":"x","code":"1234"},"constructor":{"prototype":{"x":1}}}'],
  ['broken JSON', 'application/json', '{"code":'],
  ['no JSON at all', 'application/json', 'code=1234'],
  ['plain text', 'text/plain', 'code=1234'],
  ['an upload', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\n1234\r\n--x--\r\n'],
  ['XML', 'application/xml', '<code>1234</code>'],
  ['more than anybody types', 'application/x-www-form-urlencoded', `code=${'1'.repeat(100_000)}`],
  ['a thousand fields', 'application/x-www-form-urlencoded', Array.from({ length: 1000 }, (_, at) => `f${String(at)}=1`).join('&')],
];

describe('the doors of a login', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
  });
  afterAll(() => town.close());

  const at = (path: string, bo: string): string => `${path}?${new URLSearchParams({ bo }).toString()}`;

  async function waitingForTheCode(): Promise<Visitor> {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    return ada;
  }

  it.each(bodies)('security 19: %s passes no step, costs nothing, and is answered in order', async (_, type, body) => {
    const ada = await waitingForTheCode();
    const csrf = new URLSearchParams(ada.form(doors.code).body).get('csrf') ?? '';
    const withToken = type === 'application/x-www-form-urlencoded' && body !== '' && !body.includes('csrf') ? `${body}&csrf=${csrf}` : body;
    for (const path of Object.values(doors)) {
      for (const sent of new Set([body, withToken])) {
        if (path === doors.cancel && sent === withToken && sent !== body) continue;
        const answer = await ada.asks(at(path, ada.bo()), { method: 'POST', body: sent, headers: { 'content-type': type } });
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('location') ?? '').not.toMatch(/askToTrust|application\.test/);
      }
    }
    await ada.opens(ada.page.url);
    expect(ada.page.text).toMatch(/3 tries left/i);
    expect(await ada.calls()).toHaveLength(1);
  });

  it.each(['', ' ', '123', '12345', 'abcd', '12e4', '-123', '0x12', '１２３', '1.23', '"1234"', '<b>1</b>', '1234\u0000', '12 34 5', 'null', '[object Object]'])(
    'R6 security 25: %j can’t be a code, is refused and costs nothing',
    async (code) => {
      const ada = await waitingForTheCode();
      const page = await ada.enters(code);
      expect(page.text).toMatch(/type exactly 4 digits.*did not count as a try/i);
      expect(page.text).toMatch(/3 tries left/i);
    },
  );

  it.each([
    ['spaces and dashes', (code: string) => ` ${code.slice(0, 2)} - ${code.slice(2)} `],
    ['Arabic digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
    ['full-width digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
    ['the whole number, pasted', (_code: string, from: string) => from.replace(/^(\+\d)(\d{3})/, '$1 ($2) ')],
  ])('R6 the code is read however it is written: %s', async (_, written) => {
    const ada = await waitingForTheCode();
    const [call] = await ada.calls();
    expect((await ada.enters(written(await ada.lastDigits(), call?.from ?? ''))).text).toMatch(/trust this browser/i);
  });

  it('security 24: the code is too late on the very second, by the server’s clock', async () => {
    const ada = await waitingForTheCode();
    town.clock.passes({ sec: 120 });
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/the time is up/i);
  });

  it('a return path that was cut, changed, or made for somebody else is refused at every door', async () => {
    const ada = await waitingForTheCode();
    const eve = await waitingForTheCode();
    const bo = ada.bo();
    const forged = [
      '', bo.replace(/b=./, 'b='), bo.replace(/b=/, 'b=A'), bo.replace(/ae\/./, 'ae/'), bo.replace(/b=..../, 'b=____'), bo.replace('/blitz', 'https://evil.test/blitz'), eve.bo(),
      '//evil.test', 'javascript:alert(1)', '/blitz/oauth/ae/x?b=y', '\u0000', 'A'.repeat(4_000), '__proto__', 'https://evil.test/',
    ];
    for (const each of forged) {
      for (const path of ['/blitz/login', '/blitz/login/methods/password', '/blitz/login/methods2', '/blitz/login/methods2/flashCall', doors.trust]) {
        const answer = await ada.asks(at(path, each));
        expect({ each, status: answer.status }).toEqual({ each, status: 400 });
        expect(answer.headers.get('location')).toBeNull();
      }
      const { body } = ada.form(doors.code, { code: await ada.lastDigits() });
      expect((await ada.asks(at(doors.code, each), { method: 'POST', body, headers: formHeaders })).status).toBe(400);
    }
    const twice = await ada.asks(`/blitz/login?bo=${encodeURIComponent(bo)}&bo=${encodeURIComponent(bo)}`);
    expect(twice.status).toBe(400);
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/trust this browser/i);
  });

  it('a link to Eve’s own login does not log Ada in as Eve', async () => {
    const eve = await (await town.person()).atTheSecondFactor();
    await eve.asksForCall();
    await eve.enters(await eve.lastDigits());
    const link = eve.page.url;
    const ada = await town.person();
    expect((await ada.opens(link)).status).toBe(400);
    expect(ada.page.text).toMatch(/cookies are switched off|not open here/i);
    await ada.goesToShop();
    for (const path of ['/blitz/login', doors.trust, '/blitz/login/methods2/flashCall']) {
      const page = await ada.opens(at(path, eve.bo()));
      expect(page.status).toBe(400);
      expect(page.text).toMatch(/not open here.*started in another browser/i);
    }
    await ada.opens(`${town.base}${eve.bo().slice('/blitz'.length)}`);
    expect(ada.page.url).not.toContain('application.test');
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });

  it('somebody else’s cookies, one by one or mixed with one’s own, open nothing', async () => {
    const ada = await waitingForTheCode();
    const eve = await waitingForTheCode();
    for (const name of ['blitz_login', 'blitz_browser']) {
      const mixed = eve.elsewhere();
      for (const [each, value] of eve.cookies) mixed.cookies.set(each, each === name ? (ada.cookies.get(each) ?? '') : value);
      const page = await mixed.opens(eve.page.url);
      expect(page.text).not.toMatch(/tries left/i);
      expect(page.text).not.toContain(`${ada.phone.slice(-4, -2)} ${ada.phone.slice(-2)}`);
    }
  });

  it.each(['', 'x', 'a.b.c.d', 'a.b.c.d.e', '....', 'A'.repeat(5_000), '%00%00', '__proto__.x.y.z', '"quoted"', '{"sub":"x"}'])(
    'a login cookie that was made up leads to the password: %j',
    async (made) => {
      const eve = await town.person();
      await eve.goesToShop();
      eve.cookies.set('blitz_login', made);
      await eve.opens(at('/blitz/login/methods2/flashCall', eve.bo()));
      expect(eve.where()).toBe('/blitz/login/methods/password');
    },
  );

  it('security 11: identifiers change at each step, and the old ones are worth nothing', async () => {
    const ada = await waitingForTheCode();
    const before = new Map(ada.cookies);
    await ada.opens(ada.page.url);
    const [old, atTheCode] = [before.get('blitz_login'), ada.cookies.get('blitz_login')];
    expect(atTheCode).toBe(old);
    const bo = ada.bo();
    await ada.enters(await ada.lastDigits());
    const proved = ada.cookies.get('blitz_login');
    expect(proved).not.toBe(old);
    const thief = ada.elsewhere();
    for (const [name, value] of before) thief.cookies.set(name, value);
    for (const path of [doors.trust, '/blitz/login', '/blitz/login/methods2/flashCall']) {
      await thief.opens(at(path, bo));
      expect(thief.where()).toBe('/blitz/login/methods/password');
    }
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
    expect(ada.cookies.has('blitz_login')).toBe(false);
    const session = ada.cookies.get('blitz_session');
    await ada.goesToShop({ prompt: 'login' });
    await ada.typesPassword();
    await ada.opens(ada.page.url);
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    await ada.confirms();
    expect(ada.cookies.get('blitz_session')).not.toBe(session);
  });

  it('security 11: a login cookie that was planted before is replaced, and the planter does not get in', async () => {
    const eve = await (await town.person()).atTheSecondFactor();
    const ada = await town.person();
    ada.cookies.set('blitz_browser', eve.cookies.get('blitz_browser') ?? '');
    ada.cookies.set('blitz_login', eve.cookies.get('blitz_login') ?? '');
    town.clock.passes({ sec: 2 });
    await ada.goesToShop({ prompt: 'login' });
    await ada.typesPassword();
    expect(ada.cookies.get('blitz_login')).not.toBe(eve.cookies.get('blitz_login'));
    await ada.confirms();
    await eve.opens(eve.page.url);
    expect(eve.where()).toBe('/blitz/login/methods2/flashCall');
    await eve.goesToShop({ prompt: 'none' });
    expect(eve.errorInTheShop()).toBe('login_required');
  });

  it('security 22: what is signed for one purpose is refused for another', async () => {
    const ada = await waitingForTheCode();
    const eve = await (await town.person()).atTheSecondFactor();
    const known = ada.cookies.get('blitz_known') ?? '';
    eve.cookies.set('blitz_login', known);
    await eve.opens(eve.page.url);
    expect(eve.where()).toBe('/blitz/login/methods/password');
    const foreign = new URLSearchParams(ada.bo().split('?')[1]).get('b') ?? '';
    expect((await ada.asks(ada.form(doors.press).url, { method: 'POST', body: `csrf=${foreign}&press=2`, headers: formHeaders })).status).toBe(403);
  });

  it('security 9: forged forwarding headers change neither address, nor budget, nor factor, nor where one is sent', async () => {
    const ada = await town.person();
    const forged = {
      'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', forwarded: 'for=203.0.113.7;host=evil.test',
      'x-real-ip': '203.0.113.7', 'x-correlation-id': 'chosen-by-a-stranger',
    };
    ada.headers = { ...ada.headers, ...forged };
    await ada.goesToShop();
    expect(ada.page.url).not.toContain('evil.test');
    await ada.typesPassword();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    const seen = JSON.stringify([ada.page.html, [...ada.page.headers]]);
    expect(seen).not.toMatch(/evil\.test|chosen-by-a-stranger/);
    const events = JSON.stringify(await town.administrator.events(ada.account.sub));
    expect(events).not.toMatch(/203\.0\.113\.7|chosen-by-a-stranger/);
    const discovery = await (await fetch(`${town.base}/.well-known/openid-configuration`, { headers: forged })).text();
    expect(discovery).not.toContain('evil.test');
  });

  it.each(['/blitz/%ff%', '/blitz/login/%', '/blitz/%E0%A4%A'])('an address that can’t be read is answered by a page: %s', async (path) => {
    const ada = await town.person();
    const before = town.log.length;
    const page = await ada.opens(path);
    expect(page.status).toBe(400);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toMatch(/this login can’t continue/i);
    expect(town.log.slice(before).join('')).not.toMatch(/TypeError|could not be made/);
  });

  it('wrong methods are refused', async () => {
    const ada = await waitingForTheCode();
    for (const path of [...Object.values(doors), '/blitz/login', '/blitz/login/methods2/flashCall']) {
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        expect([404, 405]).toContain((await ada.asks(at(path, ada.bo()), { method })).status);
      }
    }
    expect((await ada.opens(ada.page.url)).text).toMatch(/3 tries left/i);
  });

  it('a number that was changed is the one that is shown and called next, and the old one is not', async () => {
    const ada = await waitingForTheCode();
    const another = town.newPhone();
    await town.service.get(Accounts).saveAttributes(ada.account.sub, { ...ada.account.attributes, phone_number: another });
    town.clock.passes({ sec: 31 });
    const later = new Visitor(town, ada.account, another);
    await later.atTheSecondFactor();
    expect(later.page.text).toContain(`${another.slice(-4, -2)} ${another.slice(-2)}`);
    await later.asksForCall();
    expect(await later.calls()).toHaveLength(1);
    expect(await ada.calls()).toHaveLength(1);
    expect((await ada.enters(await ada.lastDigits())).text).toMatch(/another login of yours|newer call|call me/i);
  });

  async function getsAnotherNumber(ada: Visitor): Promise<Visitor> {
    const another = town.newPhone();
    await town.service.get(Accounts).saveAttributes(ada.account.sub, { ...ada.account.attributes, phone_number: another });
    town.clock.passes({ sec: 31 });
    return Object.assign(new Visitor(town, ada.account, another), { cookies: ada.cookies, page: ada.page });
  }

  async function provesTheNewNumber(ada: Visitor): Promise<void> {
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  }

  it('security 23: the digits of a call to the old number prove nothing any more, and the page says so', async () => {
    const ada = await waitingForTheCode();
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: await ada.lastDigits() });
    const later = await getsAnotherNumber(ada);
    expect((await later.opens(later.page.url)).text).toMatch(/your phone number was changed/i);
    const page = await later.opens(url, { method: 'POST', body, headers: formHeaders });
    expect(page.text).toMatch(/call me/i);
    expect(page.text).not.toMatch(/another login of yours/i);
    await provesTheNewNumber(later);
  });

  it('security 23: a number that changes after the right digits has to be proved before anything is trusted', async () => {
    const ada = await waitingForTheCode();
    await ada.enters(await ada.lastDigits());
    expect(ada.where()).toBe('/blitz/login/ur/askToTrust');
    const trust = ada.form('/blitz/login/ur/askToTrust', { action: 'trust' });
    const later = await getsAnotherNumber(ada);
    await later.opens(trust.url, { method: 'POST', body: trust.body, headers: formHeaders });
    expect(later.cookies.has('blitz_trusted')).toBe(false);
    await provesTheNewNumber(later);
  });

  it.each([
    ['no number', undefined], ['no valid number', '12345'], ['a number of letters', 'call me'], ['an empty number', ''],
  ])('R15 an account with %s is told so, and is called by no door', async (_, phone) => {
    const ada = await (await town.person({ phone })).atTheSecondFactor();
    expect(ada.page.status).toBe(403);
    expect(ada.page.text).toMatch(/no valid mobile number.*ask your administrator/i);
    for (const path of ['/blitz/login/methods2/flashCall', '/blitz/login', doors.trust]) {
      expect((await ada.opens(at(path, ada.bo()))).text).toMatch(/no valid mobile number|log in/i);
    }
  });
});
