import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formHeaders } from './support/person.ts';
import { Town } from './support/town.ts';

describe('a call is made with permission, and only after the password', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('R1 leads everybody without the right password back to the password', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    const bo = new URL(ada.page.url).searchParams.get('bo') ?? '';
    for (const path of ['/blitz/login/methods2/flashCall', '/blitz/login/ur/askToTrust', '/blitz/login/methods2', '/blitz/login']) {
      const page = await ada.opens(`${path}?${new URLSearchParams({ bo }).toString()}`);
      expect(new URL(page.url).pathname).toBe('/blitz/login/methods/password');
    }
    await ada.typesPassword('wrong');
    const page = await ada.opens(`/blitz/login?${new URLSearchParams({ bo }).toString()}`);
    expect(new URL(page.url).pathname).toBe('/blitz/login/methods/password');
  });

  it('R1 the call alone makes no session: the return path without a finished login begins again', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const bo = new URL(ada.page.url).searchParams.get('bo') ?? '';
    const page = await ada.opens(bo);
    expect(new URL(page.url).pathname).toBe('/blitz/login/methods2/flashCall');
    const unfinished = await ada.goesToShop({ prompt: 'none' });
    expect(new URL(unfinished.url).searchParams.get('error')).toBe('login_required');
  });

  it('R2 does not call when the page is loaded, reloaded, prefetched or asked for by HEAD', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    for (let times = 0; times < 5; times += 1) await ada.opens(ada.page.url);
    await ada.asks(ada.page.url, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } });
    await ada.asks(ada.page.url, { method: 'HEAD' });
    const press = ada.form('/blitz/login/method/flashCall');
    await ada.asks(press.url);
    expect(await ada.calls()).toHaveLength(0);
  });

  it('R2 does not call for a form that lacks the token, has another, or comes from another site', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const eve = await (await town.person()).atTheSecondFactor();
    const { url, body } = ada.form('/blitz/login/method/flashCall');
    const foreign = new URLSearchParams(eve.form('/blitz/login/method/flashCall').body).get('csrf') ?? '';
    const without = (token?: string): string => {
      const fields = new URLSearchParams(body);
      fields.delete('csrf');
      if (token !== undefined) fields.set('csrf', token);
      return fields.toString();
    };
    for (const forged of [without(), without(''), without(foreign), without('x'.repeat(43))]) {
      expect((await ada.asks(url, { method: 'POST', body: forged, headers: formHeaders })).status).toBe(403);
    }
    const headers = { ...formHeaders, 'sec-fetch-site': 'cross-site' };
    expect((await ada.asks(url, { method: 'POST', body, headers })).status).toBe(403);
    expect(await ada.calls()).toHaveLength(0);
    await ada.asksForCall();
    expect(await ada.calls()).toHaveLength(1);
  });
});
