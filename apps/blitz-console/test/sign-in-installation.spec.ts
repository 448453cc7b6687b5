import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ConsoleBrowser } from './support/console-browser.ts';
import { HeadlessPerson, type Person } from './support/headless-person.ts';
import { Installation } from './support/installation.ts';

// Two services start as real processes, and commands beside them.
jest.setTimeout(120_000);

const phone = '+79160004717';

describe('the first administrator of a new installation', () => {
  let installation: Installation;
  let root: Person;
  let link = '';
  beforeAll(async () => {
    installation = await Installation.open();
    const printed = await installation.runs('admin', ['create', '--login', 'root', '--name', 'Ada Lovelace', '--phone', phone]);
    root = { login: 'root', password: /^Password +(\S+)/m.exec(printed)?.[1] ?? '', phone };
    link = /enter#(\S+)/.exec(printed)?.[1] ?? '';
  });
  afterAll(() => installation.close());

  const browser = (): ConsoleBrowser => new ConsoleBrowser(installation.addresses.console);

  it('enters by the link that the command printed, once', async () => {
    const mine = browser();
    const enters = (who: ConsoleBrowser): Promise<Response> => who.asks('/blitz/console/enter', { method: 'POST', body: { token: link } });
    expect((await enters(mine)).status).toBe(200);
    expect(await mine.session()).toMatchObject({ person: { login: 'root', name: 'Ada Lovelace' }, roles: ['root'], entered_by: 'link' });
    expect((await enters(browser())).status).toBe(403);
    expect(installation.log).not.toContain(link);
  });

  it('then logs in at blitz-idp with the password that was printed and a call, comes back, and leaves both', async () => {
    const [mine, person] = [browser(), new HeadlessPerson(installation, root)];
    const there = new URL((await mine.asks('/blitz/console/login?to=/blitz/console/users')).headers.get('location') ?? 'none:');
    const back = await person.logsInAt(`${there.pathname}${there.search}`);
    expect(`${back.origin}${back.pathname}`).toBe(`${installation.addresses.console}/blitz/console/login/callback`);
    expect((await mine.asks(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/blitz/console/users');
    const session = await mine.session();
    expect(session).toMatchObject({ person: { login: 'root' }, entered_by: 'login', fresh_until: expect.any(String) });
    expect((await mine.asks('/blitz/admin/api/v1/administrators')).status).toBe(200);

    const { location } = (await (await mine.changes('/blitz/console/logout', { body: {} })).json()) as { location: string };
    const farewell = await fetch(location, { headers: { accept: 'text/html' } });
    expect([farewell.status, new URL(location).origin]).toEqual([200, installation.addresses.idp]);
    expect(await mine.session()).toBeUndefined();
    for (const secret of [back.searchParams.get('code'), root.password, mine.csrf]) expect(installation.log).not.toContain(secret ?? 'missing');
  });

  it('nobody else, though they logged in with password and call', async () => {
    const printed = await installation.runs('admin', ['create', '--login', 'late', '--phone', '+79160004718', '--role', 'support']);
    await installation.runs('admin', ['remove', '--login', 'late']);
    const late = new HeadlessPerson(installation, { login: 'late', password: /^Password +(\S+)/m.exec(printed)?.[1] ?? '', phone: '+79160004718' });
    const mine = browser();
    const there = new URL((await mine.asks('/blitz/console/login')).headers.get('location') ?? 'none:');
    const back = await late.logsInAt(`${there.pathname}${there.search}`);
    expect((await mine.asks(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/blitz/console/login/refused?because=not_administrator');
    expect(await mine.session()).toBeUndefined();
  });
});
