import { Administrators, ConsoleSessions, EntryLinkTags, MakeEntryLink } from '@blitz/accounts';
import { AuditTrail, RecordDeed } from '@blitz/audit';
import { deriveKey } from '@blitz/kernel';
import { PostgresAccounts, PostgresAuditEvents, PostgresEntryLinks } from '@blitz/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TownPeople } from './support/administrators.ts';
import type { ConsoleBrowser } from './support/console-browser.ts';
import { Town } from './support/town.ts';

const minute = 60;
const at = '/blitz/admin/api/v1/administrators';
let town: Town;
let people: TownPeople;
beforeAll(async () => {
  town = await Town.open();
  people = new TownPeople(town);
  await people.someone(['root']);
});
afterAll(() => town.close());

const codeOf = async (answer: Response): Promise<unknown[]> => {
  const text = await answer.text();
  return [answer.status, text === '' ? undefined : (JSON.parse(text) as { code?: string }).code];
};
const eventsOf = async (sub: string): Promise<readonly unknown[]> => {
  await town.service.get(AuditTrail).flush();
  const events = await new PostgresAuditEvents(town.service.get(DataSource)).find({ sub });
  return events.map(({ type, details }) => [type, (details as { reason?: string } | undefined)?.reason]).reverse();
};

describe('a request that changes something', () => {
  let browser: ConsoleBrowser;
  beforeAll(async () => ({ browser } = await people.administrator()));
  const appoints = async (headers: Readonly<Record<string, string>>, body?: unknown) => codeOf(await browser.asks(at, { method: 'POST', headers, body: body ?? { sub: await people.someone(), roles: ['support'] } }));
  const forged = [403, 'forgery_suspected'];

  it('is let in when it comes from our own pages', async () => {
    expect(await appoints({ 'x-blitz-csrf': browser.csrf, 'sec-fetch-site': 'same-origin' })).toEqual([201, undefined]);
    // Browsers that do not say where a page is from.
    expect(await appoints({ 'x-blitz-csrf': browser.csrf })).toEqual([201, undefined]);
  });

  it('is refused without the session’s token, or with another’s', async () => {
    const other = await people.administrator();
    const almost = `${browser.csrf.slice(0, -1)}${browser.csrf.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [undefined, '', other.browser.csrf, almost, `${browser.csrf}x`, browser.csrf.toLowerCase(), browser.cookies.get('blitz-console') ?? '']) {
      expect(await appoints({ 'sec-fetch-site': 'same-origin', ...(token === undefined ? {} : { 'x-blitz-csrf': token }) })).toEqual(forged);
    }
  });

  it.each(['cross-site', 'same-site', 'nonsense', ''])('is refused from another site, even with the token: %j', async (site) => {
    expect(await appoints({ 'x-blitz-csrf': browser.csrf, 'sec-fetch-site': site })).toEqual(forged);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'text/plain;application/json', 'Multipart/Form-Data; boundary=x'])('is refused as what a form can send: %s', async (type) => {
    expect(await appoints({ 'x-blitz-csrf': browser.csrf, 'sec-fetch-site': 'same-origin', 'content-type': type }, '{"roles":["root"]}')).toEqual(forged);
  });

  it('with a token of a program is judged by that alone, whatever cookie came along', async () => {
    const withBearer = async (scope: string) => appoints({ authorization: `Bearer ${await town.accessToken(scope)}` });
    expect(await withBearer('w_admin')).toEqual([201, undefined]);
    expect(await withBearer('w_user')).toEqual([403, 'privilege_missing']);
    expect(await appoints({ authorization: 'Bearer nonsense', 'x-blitz-csrf': browser.csrf })).toEqual([401, 'token_invalid']);
    expect(await appoints({ authorization: 'Basic b3BzOnNlY3JldA==', 'x-blitz-csrf': browser.csrf })).toEqual([401, 'authentication_required']);
  });

  it('is refused five minutes after the login where it matters, and let in after another', async () => {
    const { browser: mine, sub } = await people.administrator();
    const changes = async () => codeOf(await mine.changes(at, { body: { sub: await people.someone(), roles: ['support'] } }));
    town.clock.passes({ sec: 5 * minute - 2 });
    expect((await changes())[0]).toBe(201);
    town.clock.passes({ sec: 3 });
    expect(await changes()).toEqual([403, 'reauthentication_required']);
    expect((await mine.asks(at)).status).toBe(200);
    await people.logsIn(mine, sub, { query: '?fresh=1' });
    await mine.session();
    expect((await changes())[0]).toBe(201);
  });

  it('looking needs no token, from wherever the link was', async () => {
    const { browser: mine } = await people.administrator();
    expect((await mine.asks(at, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });
});

describe('a session', () => {
  it('has a new token after each login, and the old cookie opens nothing', async () => {
    const { browser, sub } = await people.administrator();
    const stolen = people.browser();
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
    await people.logsIn(browser, sub);
    expect(await browser.session()).toBeDefined();
    expect([await stolen.session(), ...(await codeOf(await stolen.asks(at)))]).toEqual([undefined, 401, 'authentication_required']);
  });

  it('ends with the logout, for a stolen cookie too, and leads to blitz-idp’s', async () => {
    const { browser, sub } = await people.administrator();
    const stolen = people.browser();
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
    stolen.csrf = browser.csrf;
    expect(await codeOf(await browser.asks('/blitz/console/logout', { method: 'POST', body: {} }))).toEqual([403, 'forgery_suspected']);
    const answer = await browser.changes('/blitz/console/logout', { body: {} });
    const { location } = (await answer.json()) as { location: string };
    expect(location.split('?')[0]).toBe(`${town.issuer.url}/oauth/logout`);
    expect(Object.fromEntries(new URL(location).searchParams)).toEqual({ client_id: 'blitz-console', post_logout_redirect_uri: 'http://localhost:9001/blitz/console/logged-out' });
    expect([browser.cookies.has('blitz-console'), await stolen.session()]).toEqual([false, undefined]);
    expect((await stolen.changes('/blitz/console/logout', { body: {} })).status).toBe(200);
    expect(await eventsOf(sub)).toEqual([['administrator_entered', 'login'], ['administrator_left', undefined]]);
    expect(await (await browser.asks('/blitz/console/logged-out', { headers: { accept: 'text/html' } })).text()).toContain('You are logged out');
  });

  it.each([
    ['a moment before 15 quiet minutes are over, lives', 15 * minute - 1, true],
    ['after 15 quiet minutes is over', 15 * minute, false],
  ])('%s', async (_what, sec, alive) => {
    const { browser } = await people.administrator();
    town.clock.passes({ sec });
    expect((await browser.session()) !== undefined).toBe(alive);
  });

  it('is over after eight hours, however much happens in it', async () => {
    const { browser } = await people.administrator();
    for (let passed = 0; passed < 8 * 60 - 10; passed += 10) {
      town.clock.passes({ sec: 10 * minute });
      expect(await browser.session()).toBeDefined();
    }
    town.clock.passes({ sec: 10 * minute });
    expect(await browser.session()).toBeUndefined();
  });

  it('is over at once when its administrator is dismissed or locked, and other roles count at once', async () => {
    const [dismissed, locked, changed] = [await people.administrator(), await people.administrator(), await people.administrator()];
    const store = town.service.get(Administrators);
    await store.remove(dismissed.sub, 1);
    await new PostgresAccounts(town.service.get(DataSource)).setLocked(locked.sub, true);
    await store.save({ sub: changed.sub, roles: ['support'], expectedVersion: 1, at: town.clock.now() });
    expect(await codeOf(await dismissed.browser.asks(at))).toEqual([401, 'authentication_required']);
    expect(await codeOf(await locked.browser.asks(at))).toEqual([401, 'authentication_required']);
    expect(await codeOf(await changed.browser.asks(at))).toEqual([403, 'privilege_missing']);
    expect((await changed.browser.session())?.roles).toEqual(['support']);
  });

  it('is nobody’s who brings something else', async () => {
    const browser = people.browser();
    for (const value of ['', 'x', 'A'.repeat(43), 'A'.repeat(10_000), '%00', '../..']) {
      browser.cookies.set('blitz-console', value);
      expect((await browser.asks('/blitz/console/session')).status).toBe(401);
    }
  });

  it('of many requests at once none loses it', async () => {
    const { browser } = await people.administrator();
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.asks(at)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  });
});

describe('a one-time link', () => {
  const makesLink = (sub: string): Promise<string> => {
    const secret = Buffer.from(String(town.variables['BLITZ_SECRET']), 'base64');
    const make = new MakeEntryLink(new PostgresEntryLinks(town.service.get(DataSource)), new EntryLinkTags(deriveKey(secret, 'entry links')), town.clock, town.service.get(RecordDeed));
    return make.execute(sub, { id: 'command-line', kind: 'program', address: '', userAgent: '', correlationId: 'c' });
  };
  const enters = (browser: ConsoleBrowser, token: unknown, headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }): Promise<Response> =>
    browser.asks('/blitz/console/enter', { method: 'POST', body: { token }, headers });

  it('opens a session of an hour, marked as such, fresh for fifteen minutes, and stands in the journal', async () => {
    const [sub, browser] = [await people.someone(['root']), people.browser()];
    expect(await (await enters(browser, await makesLink(sub))).json()).toEqual({ location: '/blitz/console/' });
    expect(await browser.session()).toMatchObject({ person: { sub }, entered_by: 'link' });
    town.clock.passes({ sec: 14 * minute });
    expect((await browser.changes(at, { body: { sub: await people.someone(), roles: ['support'] } })).status).toBe(201);
    town.clock.passes({ sec: minute });
    expect(await codeOf(await browser.changes(at, { body: { sub: await people.someone(), roles: ['support'] } }))).toEqual([403, 'reauthentication_required']);
    for (let passed = 15; passed < 59; passed += 11) {
      town.clock.passes({ sec: 11 * minute });
      expect(await browser.session()).toBeDefined();
    }
    town.clock.passes({ sec: minute });
    expect(await browser.session()).toBeUndefined();
    expect(await eventsOf(sub)).toEqual([['administration', undefined], ['administrator_entered', 'link']]);
  });

  it('is good once, however many come with it at once', async () => {
    const token = await makesLink(await people.someone(['root']));
    const browsers = Array.from({ length: 8 }, () => people.browser());
    const answers = await Promise.all(browsers.map((browser) => enters(browser, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(403)]);
    expect(browsers.filter((browser) => browser.cookies.has('blitz-console'))).toHaveLength(1);
  });

  it('is nothing after fifteen minutes, for whoever was dismissed, or when it is none', async () => {
    const [sub, gone] = [await people.someone(['root']), await people.someone(['support'])];
    const [late, dismissed] = [await makesLink(sub), await makesLink(gone)];
    await town.service.get(Administrators).remove(gone, 1);
    town.clock.passes({ sec: 15 * minute });
    for (const token of [late, dismissed, '', 'x', 'A'.repeat(43), 'A'.repeat(5_000)]) {
      expect(await codeOf(await enters(people.browser(), token))).toEqual([403, 'entry_link_invalid']);
    }
    for (const token of [undefined, null, 5, ['x'], {}]) expect((await codeOf(await enters(people.browser(), token)))[0]).toBe(422);
  });

  it('lets no other site enter for somebody', async () => {
    const token = await makesLink(await people.someone(['root']));
    expect(await codeOf(await enters(people.browser(), token, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'forgery_suspected']);
    const form = await people.browser().asks('/blitz/console/enter', { method: 'POST', body: `token=${token}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect([403, 415]).toContain(form.status);
    expect((await enters(people.browser(), token)).status).toBe(200);
  });

  it('takes the place of the session that the browser had, and its token stands in no log', async () => {
    const { browser } = await people.administrator();
    const before = browser.cookies.get('blitz-console') ?? '';
    const token = await makesLink(await people.someone(['root']));
    await enters(browser, token);
    expect(await town.service.get(ConsoleSessions).use(before, town.clock.now())).toBeUndefined();
    expect(town.log).not.toContain(token);
  });
});
