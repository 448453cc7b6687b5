import { AuditTrail } from '@blitz/audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, Sealer } from '@blitz/kernel';
import { PostgresApplications, PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { Program, type Said } from './support/program.ts';
import { Town } from './support/town.ts';

const web = { kind: 'web', name: 'The shop', redirect_uris: ['https://shop.example/cb'] };
const newClientId = (): string => `app-${newId().replace(/[^a-z]/gi, '')}`;

describe('an administrator of applications', () => {
  let town: Town;
  let apps: Program;
  let root: Program;
  beforeAll(async () => {
    town = await Town.open();
    apps = new Program(town, 'w_app');
    root = new Program(town, 'w_app w_admin w_system r_audit w_user w_ui', 'root');
  });
  afterAll(() => town.close());

  async function created(more: object = {}): Promise<{ readonly id: string; readonly said: Said; readonly secret: string }> {
    const id = newClientId();
    const said = await root.asks('POST', 'applications', { client_id: id, ...web, ...more });
    expect(said.status).toBe(201);
    return { id, said, secret: String(said.body['client_secret']) };
  }

  const match = (etag: string): Readonly<Record<string, string>> => ({ 'if-match': etag });

  it('makes an application known and is told its secret once', async () => {
    const id = newClientId();
    const { status, etag, body } = await apps.asks('POST', 'applications', { client_id: id, ...web });
    expect({ status, etag }).toEqual({ status: 201, etag: '"1"' });
    expect(body).toMatchObject({
      client_id: id, ...web, post_logout_redirect_uris: [], required_factor: null, refresh_tokens: true, privileges: [], has_secret: true, issuer: town.issuer.url, client_secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    const { client_secret: secret, ...rest } = body;
    expect(await apps.asks('GET', `applications/${id}`)).toEqual({ status: 200, etag: '"1"', body: rest });
    expect((await new PostgresApplications(town.service.get(DataSource), town.service.get(Sealer)).find(id))?.secret).toBe(secret);
  });

  it('sends back what was read, and it is the same', async () => {
    for (const more of [{}, { kind: 'native', required_factor: 2, refresh_tokens: false }, { kind: 'machine', redirect_uris: [], privileges: ['r_audit'] }]) {
      const { id } = await created(more);
      const { etag, body } = await root.asks('GET', `applications/${id}`);
      const { client_id: _id, has_secret: _has, secret_since: _since, created_at: _at, changed_at: before, issuer: _issuer, ...said } = body;
      const changed = await root.asks('PUT', `applications/${id}`, said, match(etag));
      expect(changed).toMatchObject({ status: 200, etag: '"2"', body: said });
      expect(String(changed.body['changed_at']) > String(before)).toBe(true);
    }
  });

  it('finds it by its name in any case, page by page', async () => {
    const stem = newId();
    const ids = ['a', 'b', 'c'].map((each) => `${each}-${newClientId()}`);
    for (const client_id of ids) await apps.asks('POST', 'applications', { client_id, ...web, name: `Лавка ${stem}` });
    const search = encodeURIComponent(`лавка ${stem.toUpperCase()}`);
    const first = await apps.asks('GET', `applications?search=${search}&limit=2`);
    const second = await apps.asks('GET', `applications?search=${search}&limit=2&cursor=${String(first.body['next'])}`);
    const found = [first, second].flatMap(({ body }) => (body['items'] as { client_id: string }[]).map(({ client_id }) => client_id));
    expect(found).toEqual(ids);
    expect(second.body['next']).toBeNull();
  });

  it('gives it another secret, and the one of before is gone', async () => {
    const { id, secret } = await created();
    const { status, etag, body } = await apps.asks('POST', `applications/${id}/secret`, undefined, match('"1"'));
    expect([status, etag, body['client_id']]).toEqual([200, '"2"', id]);
    expect(body['client_secret']).not.toBe(secret);
    const { id: native } = await created({ kind: 'native' });
    expect(await apps.asks('POST', `applications/${native}/secret`, undefined, match('"1"'))).toMatchObject({ status: 409, body: { code: 'application_without_secret' } });
  });

  it('deletes it, once', async () => {
    const { id } = await created();
    expect(await apps.asks('DELETE', `applications/${id}`, undefined, match('"1"'))).toEqual({ status: 204, etag: '', body: {} });
    for (const [method, path] of [['GET', ''], ['DELETE', ''], ['POST', '/secret']] as const) {
      expect(await apps.asks(method, `applications/${id}${path}`, undefined, match('"1"'))).toMatchObject({ status: 404, body: { code: 'application_unknown' } });
    }
  });

  it('is shown what stands there when somebody else was faster, and nothing is overwritten', async () => {
    const { id } = await created();
    await apps.asks('PUT', `applications/${id}`, { ...web, name: 'Faster' }, match('"1"'));
    const late = [apps.asks('PUT', `applications/${id}`, web, match('"1"')), apps.asks('POST', `applications/${id}/secret`, undefined, match('"1"')), apps.asks('DELETE', `applications/${id}`, undefined, match('"1"'))];
    for (const said of late) expect(await said).toMatchObject({ status: 412, body: { code: 'changed_meanwhile', etag: '"2"', current: { client_id: id, name: 'Faster' } } });
    for (const [method, path, body] of [['PUT', '', web], ['POST', '/secret', undefined], ['DELETE', '', undefined]] as const) {
      expect(await apps.asks(method, `applications/${id}${path}`, body)).toMatchObject({ status: 428, body: { code: 'precondition_missing' } });
    }
    expect((await apps.asks('GET', `applications/${id}`)).etag).toBe('"2"');
  });

  it('races with others: one of ten creates it, one of ten changes it', async () => {
    const id = newClientId();
    const creating = await Promise.all(Array.from({ length: 10 }, () => apps.asks('POST', 'applications', { client_id: id, ...web })));
    expect(creating.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    const changing = await Promise.all(Array.from({ length: 10 }, (_, nth) => apps.asks('PUT', `applications/${id}`, { ...web, name: `Shop ${String(nth)}` }, match('"1"'))));
    expect(changing.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
  });

  it('repeats a creation whose answer was lost, and gets the same secret', async () => {
    const body = { client_id: newClientId(), ...web };
    const headers = { 'idempotency-key': newId() };
    const first = await apps.asks('POST', 'applications', body, headers);
    expect(await apps.asks('POST', 'applications', body, headers)).toEqual(first);
    expect(await new Program(town, 'w_app', 'another').asks('POST', 'applications', body, headers)).toMatchObject({ status: 409, body: { code: 'application_exists' } });
  });

  it.each([
    ['no name', { name: '' }, '/body/name', 'name'],
    ['a name of control characters', { name: 'a\u202Eb' }, '/body/name', 'name'],
    ['a number for a name', { name: 7 }, '/body/name', 'type'],
    ['no address', { redirect_uris: [] }, '/body/redirect_uris', 'minItems'],
    ['an address that is a list', { redirect_uris: [['https://a.example/']] }, '/body/redirect_uris/0', 'type'],
    ['a huge address', { redirect_uris: [`https://a.example/${'x'.repeat(1_500)}`] }, '/body/redirect_uris/0', 'address_too_long'],
    ['an address twice', { redirect_uris: ['https://a.example/', 'https://a.example/'] }, '/body/redirect_uris/1', 'address_repeated'],
    ['http', { redirect_uris: ['https://a.example/', 'http://a.example/'] }, '/body/redirect_uris/1', 'address_insecure'],
    ['a star', { redirect_uris: ['https://*.example/'] }, '/body/redirect_uris/0', 'address_wildcard'],
    ['a fragment', { redirect_uris: ['https://a.example/#x'] }, '/body/redirect_uris/0', 'address_fragment'],
    ['a password in the address', { redirect_uris: ['https://a:b@a.example/'] }, '/body/redirect_uris/0', 'address_user_info'],
    ['a script', { post_logout_redirect_uris: ['javascript:alert(1)'] }, '/body/post_logout_redirect_uris/0', 'address_scheme_forbidden'],
    ['a scheme of one’s own', { redirect_uris: ['com.example:/cb'] }, '/body/redirect_uris/0', 'address_scheme_foreign'],
    ['a scheme that anybody could take', { kind: 'native', redirect_uris: ['app:/cb'] }, '/body/redirect_uris/0', 'address_scheme_not_reversed'],
    ['letters that look like others', { redirect_uris: ['https://аpple.example/'] }, '/body/redirect_uris/0', 'address_not_exact'],
    ['what is no address', { redirect_uris: ['nonsense'] }, '/body/redirect_uris/0', 'address_malformed'],
    ['fifty-one addresses', { redirect_uris: Array.from({ length: 51 }, (_, nth) => `https://a.example/${String(nth)}`) }, '/body/redirect_uris', 'maxItems'],
    ['privileges, though people log in to it', { privileges: ['r_audit'] }, '/body/privileges', 'foreign'],
    ['addresses, though nobody logs in to it', { kind: 'machine', privileges: ['r_audit'] }, '/body/redirect_uris', 'foreign'],
    ['no privilege, though it is for machines', { kind: 'machine', redirect_uris: [] }, '/body/privileges', 'minItems'],
    ['a privilege that there is not', { kind: 'machine', redirect_uris: [], privileges: ['root'] }, '/body/privileges/0', 'enum'],
    ['a kind that there is not', { kind: 'spa' }, '/body/kind', 'enum'],
    ['one factor', { required_factor: 1 }, '/body/required_factor', expect.any(String)],
    ['metadata that is not in the list', { token_endpoint_auth_method: 'none' }, '/body/token_endpoint_auth_method', 'unknown'],
    ['a secret that one would like', { client_secret: 'mine' }, '/body/client_secret', 'unknown'],
  ])('is told which field is wrong, and nothing is saved: %s', async (_, more, pointer, rule) => {
    const id = newClientId();
    const { status, body } = await root.asks('POST', 'applications', { client_id: id, ...web, ...more });
    expect([status, body['code'], body['fields']]).toEqual([422, 'fields_invalid', [expect.objectContaining({ pointer, rule, expected: expect.any(String) })]]);
    expect((await root.asks('GET', `applications/${id}`)).status).toBe(404);
  });

  it('can’t change the kind of an application, nor with fields that are wrong', async () => {
    const { id } = await created();
    const put = (body: object): Promise<Said> => root.asks('PUT', `applications/${id}`, body, match('"1"'));
    expect(await put({ ...web, kind: 'native' })).toMatchObject({ status: 422, body: { fields: [{ pointer: '/body/kind', rule: 'kind_fixed' }] } });
    expect(await put({ ...web, redirect_uris: ['http://a.example/'] })).toMatchObject({ status: 422, body: { fields: [{ pointer: '/body/redirect_uris/0' }] } });
    expect(await put({ ...web, client_id: id })).toMatchObject({ status: 422, body: { fields: [{ pointer: '/body/client_id', rule: 'unknown' }] } });
    expect((await root.asks('GET', `applications/${id}`)).etag).toBe('"1"');
  });

  it.each([[''], ['a b'], ['9161234567'], ['a-916-123-45-67'], ['магазин'], ['x'.repeat(101)], ['blitz-console'], ['Blitz-Console'], ['../users']])('R14 can’t give it the id %j', async (client_id) => {
    expect(await apps.asks('POST', 'applications', { client_id, ...web })).toMatchObject({ status: 422, body: { fields: [{ pointer: '/body/client_id', rule: 'client_id' }] } });
  });

  it('finds nothing under what is no id, nor what blitz-idp brings itself', async () => {
    for (const id of ['blitz-console', 'unknown', '%2e%2e', 'a%2Fb', 'x'.repeat(100)]) expect([id, (await apps.asks('GET', `applications/${id}`)).status]).toEqual([id, 404]);
    expect((await apps.asks('GET', `applications/${encodeURIComponent('магазин')}`)).status).toBe(422);
    for (const query of ['cursor=x', 'limit=0', 'limit=201', 'limit=x', 'search=', 'sort=name', 'search=a&search=b', `search=${'x'.repeat(101)}`, 'search=%00', `cursor=${Buffer.from('["\\u0000"]').toString('base64url')}`]) {
      expect([query, (await apps.asks('GET', `applications?${query}`)).status]).toEqual([query, 422]);
    }
  });

  it('becomes no more than they are through a program of theirs', async () => {
    const machine = { kind: 'machine', name: 'Ops', privileges: ['w_system'] };
    const refused = { status: 403, body: { code: 'privilege_not_held' } };
    expect(await apps.asks('POST', 'applications', { client_id: newClientId(), ...machine })).toMatchObject({ ...refused, body: { privilege: 'w_admin' } });
    const { id } = await created({ ...machine, redirect_uris: [] });
    const both = new Program(town, 'w_app w_admin');
    for (const [who, privilege] of [[apps, 'w_admin'], [both, 'w_system']] as const) {
      expect(await who.asks('POST', `applications/${id}/secret`, undefined, match('"1"'))).toMatchObject({ ...refused, body: { privilege } });
    }
    expect(await both.asks('PUT', `applications/${id}`, { ...machine, privileges: ['w_system', 'w_user'] }, match('"1"'))).toMatchObject({ ...refused, body: { privilege: 'w_user' } });
    expect(await apps.asks('DELETE', `applications/${id}`, undefined, match('"1"'))).toMatchObject(refused);
    expect((await root.asks('GET', `applications/${id}`)).etag).toBe('"1"');
  });

  it('leaves in the journal who did what, and in no answer, log or event a secret', async () => {
    const { id, secret } = await created();
    const changed = await apps.asks('PUT', `applications/${id}`, { ...web, name: 'Other' }, match('"1"'));
    const rotated = await apps.asks('POST', `applications/${id}/secret`, undefined, match('"2"'));
    const shown = [await apps.asks('GET', `applications?search=${id}`), await apps.asks('GET', `applications/${id}`)];
    expect(JSON.stringify(shown)).toContain(id);
    await apps.asks('DELETE', `applications/${id}`, undefined, match('"3"'));
    await town.service.get(AuditTrail).flush();
    const all = await new PostgresAuditEvents(town.service.get(DataSource)).find({ limit: 1000, types: ['administration'] });
    const mine = all.filter((event) => event.type === 'administration' && event.details?.target === id).reverse();
    expect(mine.map(({ clientId, details }) => [clientId, details])).toMatchObject([
      ['root', { resource: 'application', deed: 'created', actor: 'root' }],
      ['ops', { deed: 'changed', change: { name: { before: 'The shop', after: 'Other' } } }],
      ['ops', { deed: 'secret_rotated' }],
      ['ops', { deed: 'deleted' }],
    ]);
    const everything = JSON.stringify([all, shown, changed]) + town.log;
    for (const each of [secret, String(rotated.body['client_secret'])]) expect(everything).not.toContain(each);
  });
});
