import { Administrators } from '@blitz/accounts';
import { PostgresAccounts, PostgresAuditEvents } from '@blitz/postgres';
import { AuditTrail } from '@blitz/audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TownPeople } from './support/administrators.ts';
import type { ConsoleBrowser } from './support/console-browser.ts';
import { Town } from './support/town.ts';

const at = '/blitz/admin/api/v1/administrators';
type Json = Record<string, unknown>;

describe('administrators through the admin API', () => {
  let town: Town;
  let people: TownPeople;
  let root: { readonly sub: string; readonly browser: ConsoleBrowser };
  beforeAll(async () => {
    town = await Town.open();
    people = new TownPeople(town);
    root = await people.administrator(['root']);
  });
  afterAll(() => town.close());

  const answered = async (answer: Response): Promise<{ readonly status: number; readonly etag: string | null; readonly body: Json }> => {
    const text = await answer.text();
    return { status: answer.status, etag: answer.headers.get('etag'), body: text === '' ? {} : (JSON.parse(text) as Json) };
  };
  const appoints = async (body: unknown, by = root.browser) => answered(await by.changes(at, { body }));
  const changes = async (sub: string, version: number, roles: unknown, by = root.browser) =>
    answered(await by.changes(`${at}/${sub}`, { method: 'PUT', body: { roles }, headers: { 'if-match': `"${String(version)}"` } }));
  const dismisses = async (sub: string, version: number, by = root.browser) =>
    answered(await by.changes(`${at}/${sub}`, { method: 'DELETE', headers: { 'if-match': `"${String(version)}"` } }));
  const reads = async (path: string, by = root.browser) => answered(await by.asks(path));

  it('somebody is found by their login, appointed, given other roles and dismissed, all of it in the journal', async () => {
    const sub = await people.someone([], { name: 'Grace Hopper', email: 'grace@example.org', phone_number: '+79161234567' });
    const { body: { items } } = await reads(`${at}/candidates?login=grace@example.org`);
    expect(items).toEqual([{ sub, login: expect.any(String), name: 'Grace Hopper', locked: false, is_administrator: false, second_factor: { state: 'usable', number: expect.stringMatching(/··· 45 67$/) } }]);

    const appointed = await appoints({ sub, roles: ['support', 'security'] });
    expect(appointed).toMatchObject({ status: 201, etag: '"1"', body: { sub, roles: ['security', 'support'], privileges: ['w_admin', 'r_audit', 'w_user'], second_factor: { state: 'usable' } } });
    expect(JSON.stringify(appointed.body)).not.toContain('9161234567');
    expect(await changes(sub, 1, ['ui_admin'])).toMatchObject({ status: 200, etag: '"2"', body: { roles: ['ui_admin'] } });
    expect(await reads(`${at}/${sub}`)).toMatchObject({ status: 200, etag: '"2"', body: { roles: ['ui_admin'] } });
    expect(await dismisses(sub, 2)).toMatchObject({ status: 204 });
    expect(await reads(`${at}/${sub}`)).toMatchObject({ status: 404, body: { code: 'administrator_unknown' } });

    await town.service.get(AuditTrail).flush();
    const events = await new PostgresAuditEvents(town.service.get(DataSource)).find({ sub, types: ['administration'] });
    expect(events.map(({ details }) => (details as Json)['deed']).sort()).toEqual(['appointed', 'dismissed', 'roles_changed']);
    expect(events.every(({ details }) => (details as Json)['actor'] === root.sub)).toBe(true);
  });

  it('are listed page by page, with whether they could log in', async () => {
    const subs = [await people.someone(['support'], {}), await people.someone(['support'], { phone_number: 'call me' }), await people.someone(['support'], { phone_number: '+79161234567' })];
    const seen = new Map<string, Json>();
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await reads(`${at}?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      for (const each of body['items'] as { readonly sub: string }[]) seen.set(each.sub, each);
      next = body['next'] as string | null;
    }
    expect(subs.map((sub) => (seen.get(sub)?.['second_factor'] as Json)['state'])).toEqual(['number_missing', 'number_invalid', 'usable']);
    expect(seen.has(root.sub)).toBe(true);
    expect((await reads(`${at}?cursor=nonsense`)).body).toMatchObject({ code: 'fields_invalid', fields: [{ pointer: '/query/cursor' }] });
  });

  it('the last one with the role root is neither dismissed, nor given other roles, nor locked out, not even by two at once', async () => {
    // A program may decide about everybody; people not about themselves.
    const bearer = { authorization: `Bearer ${await town.accessToken('w_admin r_audit w_system w_app w_ui w_user')}` };
    const program = people.browser();
    const deletes = async (sub: string) => answered(await program.asks(`${at}/${sub}`, { method: 'DELETE', headers: { ...bearer, 'if-match': '"1"' } }));
    expect(await deletes(root.sub)).toMatchObject({ status: 409, body: { code: 'last_root_stays' } });
    const put = await program.asks(`${at}/${root.sub}`, { method: 'PUT', headers: { ...bearer, 'if-match': '"1"' }, body: { roles: ['support'] } });
    expect(await answered(put)).toMatchObject({ status: 409, body: { code: 'last_root_stays' } });
    await expect(new PostgresAccounts(town.service.get(DataSource)).setLocked(root.sub, true)).rejects.toThrow('last_root_stays');

    const second = await people.someone(['root']);
    const both = await Promise.all([deletes(root.sub), deletes(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const left = await town.service.get(Administrators).list({ limit: 200 });
    expect(left.filter(({ roles }) => roles.includes('root'))).toHaveLength(1);
    if (left.every(({ account }) => account.sub !== root.sub)) {
      await town.service.get(Administrators).save({ sub: root.sub, roles: ['root'], expectedVersion: 0, at: town.clock.now() });
      await people.logsIn(root.browser, root.sub);
      await root.browser.session();
    }
    await town.service.get(Administrators).remove(second, 1).catch(() => undefined);
  });

  it('nobody decides about themselves, and root is given by root', async () => {
    const security = await people.administrator(['security']);
    const sub = await people.someone();
    expect(await changes(root.sub, 1, ['root', 'support'])).toMatchObject({ status: 409, body: { code: 'own_roles_stay' } });
    expect(await changes(security.sub, 1, ['root'], security.browser)).toMatchObject({ status: 409, body: { code: 'own_roles_stay' } });
    expect(await appoints({ sub, roles: ['root'] }, security.browser)).toMatchObject({ status: 403, body: { code: 'privilege_not_held' } });
    expect(await dismisses(root.sub, 1, security.browser)).toMatchObject({ status: 403, body: { code: 'privilege_not_held' } });
    expect(await appoints({ sub, roles: ['support'] }, security.browser)).toMatchObject({ status: 201 });
    expect((await reads(at, (await people.administrator(['support'])).browser)).body).toMatchObject({ code: 'privilege_missing' });
  });

  it('two who change the same one do not overwrite each other: the second sees what stands there', async () => {
    const sub = await people.someone(['support']);
    const both = await Promise.all([changes(sub, 1, ['ui_admin']), changes(sub, 1, ['app_admin'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = both.find(({ status }) => status === 412);
    const now = await reads(`${at}/${sub}`);
    expect(stale?.body).toMatchObject({ code: 'changed_meanwhile', etag: '"2"', current: now.body });
    expect(await dismisses(sub, 1)).toMatchObject({ status: 412 });
    expect(await answered(await root.browser.changes(`${at}/${sub}`, { method: 'DELETE' }))).toMatchObject({ status: 428 });
  });

  it.each<[string, unknown, string]>([
    ['no roles', { roles: [] }, '/body/roles'],
    ['a role that there is not', { roles: ['king'] }, '/body/roles/0'],
    ['a role twice', { roles: ['support', 'support'] }, '/body/roles'],
    ['roles that are no list', { roles: 'root' }, '/body/roles'],
    ['another field', { roles: ['support'], admin: true }, '/body/admin'],
    ['nobody’s sub', { roles: ['support'], sub: '00000000-0000-4000-8000-000000000000' }, '/body/sub'],
    ['no sub', { roles: ['support'], sub: 'root' }, '/body/sub'],
  ])('%s: refused with the field, and nothing changes', async (_what, body, pointer) => {
    const sub = await people.someone();
    const refused = await appoints({ sub, ...(body as Json) });
    expect([refused.status, refused.body['code'], (refused.body['fields'] as Json[]).map((each) => each['pointer'])]).toEqual([422, 'fields_invalid', [pointer]]);
    expect(await town.service.get(Administrators).find(sub)).toBeUndefined();
  });

  it('a repetition with the same key appoints nobody twice', async () => {
    const sub = await people.someone();
    const asks = async () => answered(await root.browser.changes(at, { body: { sub, roles: ['support'] }, headers: { 'idempotency-key': 'once' } }));
    const first = await asks();
    expect([first.status, await asks()]).toEqual([201, first]);
    expect(await appoints({ sub, roles: ['support'] })).toMatchObject({ status: 409, body: { code: 'administrator_exists' } });
  });

  it('tells anybody with a privilege the roles, and who they are', async () => {
    const { browser, sub } = await people.administrator(['support']);
    const { body: { items } } = await reads('/blitz/admin/api/v1/roles', browser);
    expect(items).toContainEqual({ role: 'support', privileges: ['w_user', 'r_audit'] });
    expect((await reads('/blitz/admin/api/v1/caller', browser)).body).toEqual({ kind: 'person', id: sub, privileges: ['r_audit', 'w_user'], fresh_until: expect.any(String) });
  });
});
