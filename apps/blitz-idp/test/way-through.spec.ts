import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formHeaders } from './support/person.ts';
import { applicationUrl, Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

/** Reload, back, a second tab, a break for lunch: people do not go straight on. */
describe('the way through a login', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    town.clock.rulesEverything();
  });
  afterAll(() => town.close());

  it('says so when the browser keeps no cookies, at every door', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    const { url, body } = ada.form('/blitz/login/method/password', { login: ada.account.login, password: 'x' });
    const page = ada.page.url;
    ada.keepsCookies = false;
    ada.cookies.clear();
    expect((await ada.opens(page)).text).toMatch(/cookies are switched off.*allow cookies/i);
    const posted = await ada.opens(url, { method: 'POST', body, headers: formHeaders });
    expect(posted.status).toBe(400);
    expect(posted.text).toMatch(/cookies are switched off/i);
  });

  it('a link that was made elsewhere says so in a browser that was never here, and blames no cookies', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const fresh = ada.elsewhere();
    for (const visit of ['first', 'second']) {
      const page = await fresh.opens(ada.page.url);
      expect({ visit, status: page.status, text: page.text }).toMatchObject({ visit, status: 400, text: expect.stringMatching(/not open here/i) });
      expect(page.html).toContain(`href="${applicationUrl}/"`);
    }
    expect([...fresh.cookies]).toEqual([['blitz_probe', '1']]);
    const detour = await ada.elsewhere().asks(ada.page.url);
    expect(detour.headers.get('location')).toBe(`${new URL(ada.page.url).pathname}${new URL(ada.page.url).search}&probe=1`);
  });

  it.each(['/blitz/login', '/blitz/login/methods/password', '/blitz/login/methods2/flashCall', '/blitz/login/ur/askToTrust'])(
    'whoever can’t go on at %s is led back to the application: without cookies, and in another browser',
    async (path) => {
      const ada = await town.person();
      await ada.goesToShop();
      const page = `${path}?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
      const stranger = await town.person();
      await stranger.goesToShop();
      const foreign = await stranger.opens(page);
      expect(foreign.text).toMatch(/not open here/i);
      ada.keepsCookies = false;
      ada.cookies.clear();
      const bare = await ada.opens(page);
      expect(bare.text).toMatch(/cookies are switched off/i);
      for (const { html } of [foreign, bare]) expect(html).toContain(`href="${applicationUrl}/"`);
    },
  );

  it('reload, back and forward repeat nothing: an address that takes forms leads to its page', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await ada.enters(await ada.wrongDigits());
    const bo = new URLSearchParams({ bo: ada.bo() }).toString();
    for (const path of ['/blitz/login/method/flashCall', '/blitz/login/method/flashCall/code']) {
      const page = await ada.opens(`/blitz${path.slice(6)}?${bo}`);
      expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
      expect(page.text).toMatch(/2 tries left/i);
    }
    await ada.opens(`/blitz/login/method/password?${bo}`);
    expect(ada.where()).toMatch(/methods2\/flashCall|methods\/password/);
    expect(await ada.calls()).toHaveLength(1);
  });

  it('a wrong password is sent once: reload and another language keep the page and what was typed, and cost nothing', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    await ada.typesPassword('not this one');
    expect(new URL(ada.page.url).searchParams.get('error')).toBe('wrong');
    expect(ada.page.url).not.toContain(ada.account.login);
    const { url } = ada.page;
    for (let reloads = 0; reloads < 12; reloads += 1) await ada.opens(url);
    for (const [language, text] of [['en', /password is wrong/i], ['ru', /Неверный логин или пароль/]] as const) {
      const page = await ada.opens(`${url}&lang=${language}`);
      expect(page.text).toMatch(text);
      expect(page.html).toContain(`value="${ada.account.login}"`);
    }
    await ada.typesPassword();
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    expect(ada.cookies.has('blitz_typed')).toBe(false);
  });

  it.each(['blocked&until=1', 'blocked', 'waiting', 'waiting&until=99999999999999999999', 'waiting&until=x', 'waiting&until=1&until=2', 'x', ''])(
    'an address that speaks of no refusal there is shows the page as it is: %s',
    async (error) => {
      const ada = await town.person();
      await ada.goesToShop();
      const page = await ada.opens(`${ada.page.url}&error=${error}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/wrong|wait|too many/i);
    },
  );

  it('a second tab continues where the first one is, and both end well', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const tab = ada.elsewhere();
    Object.defineProperty(tab, 'cookies', { value: ada.cookies });
    await tab.goesToShop();
    expect(tab.where()).toBe('/blitz/login/methods2/flashCall');
    expect(tab.page.text).toMatch(/3 tries left/i);
    await tab.enters(await ada.lastDigits());
    await tab.answersTrust();
    expect(tab.errorInTheShop()).toBeNull();
    expect(claimsIn((await tab.tokens()).id_token)['sub']).toBe(ada.account.sub);
    await ada.opens(`/blitz/login?${new URLSearchParams({ bo: ada.bo() }).toString()}`);
    expect(ada.page.status).toBeLessThan(500);
    expect(await ada.calls()).toHaveLength(1);
  });

  it('the page of a login that is over says so, and how to begin again', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const page = ada.page.url;
    town.clock.passes({ min: 31 });
    expect((await ada.opens(page)).status).toBe(410);
    expect(ada.page.text).toMatch(/this login has ended/i);
    await ada.goesToShop();
    expect(ada.page.status).toBe(200);
  });

  it('whoever is logged in is told so by every page of a login that is over, and led back to the application', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const bo = new URLSearchParams({ bo: ada.bo() }).toString();
    await ada.confirms();
    for (const path of ['/blitz/login', '/blitz/login/methods/password', '/blitz/login/methods2/flashCall', '/blitz/login/ur/askToTrust']) {
      const page = await ada.opens(`${town.base}${path.slice('/blitz'.length)}?${bo}`);
      expect(page.status).toBe(410);
      expect(page.text).toMatch(/you have already logged in/i);
      expect(page.html).toContain(`href="${applicationUrl}/"`);
      expect(page.html).not.toMatch(/<form|<title>Error/);
    }
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('after the login the back button shows no form that could be used again', async () => {
    const ada = await town.person();
    await ada.atTheSecondFactor();
    await ada.asksForCall();
    const code = await ada.lastDigits();
    const form = ada.form('/blitz/login/method/flashCall/code', { code });
    await ada.enters(code);
    const trust = ada.form('/blitz/login/ur/askToTrust', { action: 'trust' });
    await ada.answersTrust();
    for (const { url, body } of [form, trust]) {
      const page = await ada.opens(url, { method: 'POST', body, headers: formHeaders });
      expect(page.url).not.toContain('code=');
      expect(page.status).toBeLessThan(500);
    }
    expect(ada.cookies.has('blitz_trusted')).toBe(false);
  });

  it('of parallel ends of one login exactly one leads on', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    const { url, body } = ada.form('/blitz/login/ur/askToTrust', { action: 'do_not_trust' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.asks(url, { method: 'POST', body, headers: formHeaders })));
    expect(answers.filter((answer) => answer.headers.get('location')?.includes('/oauth/ae/'))).toHaveLength(1);
    for (const { status } of answers) expect(status).toBeLessThan(500);
  });

  it('who gives up is back in the application, which is told so', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.submits('/blitz/login/cancel');
    expect(ada.errorInTheShop()).toBe('access_denied');
    await ada.goesToShop({ prompt: 'none' });
    expect(ada.errorInTheShop()).toBe('login_required');
  });

  it('speaks Russian to those who ask for it, and remembers the choice', async () => {
    const ada = await town.person();
    ada.headers = { ...ada.headers, 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.5' };
    await ada.atTheSecondFactor();
    expect(ada.page.html).toContain('lang="ru"');
    await ada.opens(`${ada.page.url}&lang=en`);
    expect((await ada.opens(ada.page.url.replace('&lang=en', ''))).html).toMatch(/<html lang="en"/);
  });

  it('sends with every page what keeps it safe, and is stored by no cache', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const { headers, html } = ada.page;
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'|default-src 'self'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/);
  });
});
