import { Administrators, Directory, readNewAccount, TrustedBrowsers } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { Program, type Said } from './support/program.ts';
import { Town } from './support/town.ts';

describe('the directory, through the admin API', () => {
  let town: Town;
  let support: Program;
  beforeAll(async () => {
    town = await Town.open();
    support = new Program(town, 'w_user');
  });
  afterAll(() => town.close());

  const someone = (): string => `u-${newId()}`.toLowerCase();
  const makes = (body: Record<string, unknown> = {}, key?: string): Promise<Said> => support.asks('POST', 'users', { login: someone(), ...body }, key === undefined ? {} : { 'idempotency-key': key });
  const saves = (sub: unknown, body: unknown, etag: string): Promise<Said> => support.asks('PUT', `users/${String(sub)}`, body, { 'if-match': etag });
  const reads = (sub: unknown): Promise<Said> => support.asks('GET', `users/${String(sub)}`);
  const looks = async (q: string, more = ''): Promise<{ items: Record<string, unknown>[]; next: string | null }> =>
    (await support.asks('GET', `users?q=${encodeURIComponent(q)}${more}`)).body as { items: Record<string, unknown>[]; next: string | null };
  const deeds = async (sub: unknown): Promise<readonly unknown[]> => {
    await town.service.get(AuditTrail).flush();
    return (await new PostgresAuditEvents(town.service.get(DataSource)).find({ sub: String(sub), types: ['administration'] })).map(({ details }) => details);
  };

  it('makes a person known, who is found at once, and whose number a list masks', async () => {
    const phone = town.newPhone();
    const login = someone();
    const { status, etag, body } = await makes({ login: login.toUpperCase(), attributes: { name: 'Ада Лавлейс', phone_number: `8${phone.slice(2)}`, email: '' }, required_factor: 2 });
    expect([status, etag]).toEqual([201, '"1"']);
    expect(body).toEqual({
      sub: expect.any(String), login, attributes: { name: 'Ада Лавлейс', phone_number: phone }, required_factor: 2, locked: false, password_locked: false,
      created_at: expect.stringMatching(/^\d{4}-.*Z$/), warnings: [],
    });
    for (const q of [login, 'лавлейс ада', phone, phone.slice(2), phone.slice(-4)]) expect((await looks(q)).items.map(({ sub }) => sub)).toContain(body['sub']);
    const [item] = (await looks(login)).items;
    expect(item).toEqual({ sub: body['sub'], login, name: 'Ада Лавлейс', email: null, phone_number: expect.stringMatching(/^\+7 ··· ··· \d\d \d\d$/), required_factor: 2, locked: false });
    expect(await reads(body['sub'])).toEqual({ status: 200, etag, body });
    expect(await deeds(body['sub'])).toEqual([expect.objectContaining({ resource: 'account', deed: 'created', actor: 'ops' })]);
    expect(JSON.stringify(await deeds(body['sub']))).not.toContain(phone.slice(1));
    expect(town.log).not.toContain(phone.slice(1));
  });

  it.each([
    ['no login', { login: undefined }, '/body/login', 'required'],
    ['an empty login', { login: '' }, '/body/login', 'minLength'],
    ['a login of blanks', { login: '  ' }, '/body/login', 'login'],
    ['a login that turns what is written around', { login: 'a\u202Eb' }, '/body/login', 'login'],
    ['a login that no database keeps', { login: 'a\0' }, '/body/login', 'characters'],
    ['a huge login', { login: 'x'.repeat(255) }, '/body/login', 'maxLength'],
    ['a login that is a list', { login: ['ada'] }, '/body/login', 'type'],
    ['a number that rings nowhere', { attributes: { phone_number: '+7 12' } }, '/body/attributes/phone_number', 'phone_number'],
    ['an address that is none', { attributes: { email: 'ada' } }, '/body/attributes/email', 'format'],
    ['an attribute that the directory has not', { attributes: { shoe: '42' } }, '/body/attributes/shoe', 'unknown'],
    ['its own sub', { attributes: { sub: newId() } }, '/body/attributes/sub', 'unknown'],
    ['an attribute that is a number', { attributes: { name: 1 } }, '/body/attributes/name', 'type'],
    ['a huge attribute', { attributes: { name: 'x'.repeat(1025) } }, '/body/attributes/name', 'maxLength'],
    ['three factors', { required_factor: 3 }, '/body/required_factor', undefined],
    ['a field too much', { password: 'x' }, '/body/password', 'unknown'],
  ])('refuses %s with the field and what is allowed, and saves nothing', async (_what, wrong, pointer, rule) => {
    const count = async (): Promise<unknown> => town.service.get(DataSource).query('SELECT count(*) FROM accounts');
    const before = await count();
    const { status, body } = await makes(wrong);
    expect([status, body['code']]).toEqual([422, 'fields_invalid']);
    expect(body['fields']).toContainEqual(expect.objectContaining({ pointer, expected: expect.any(String), ...(rule === undefined ? {} : { rule }) }));
    expect(await count()).toEqual(before);
  });

  it('gives a login, an address and a number to one of many who want them at once', async () => {
    for (const wanted of [{ login: someone() }, { attributes: { email: `${newId()}@example.org` } }, { attributes: { phone_number: town.newPhone() } }]) {
      const all = await Promise.all(Array.from({ length: 8 }, () => makes(wanted)));
      expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
      for (const { status, body } of all.filter((each) => each.status !== 201)) expect([status, body['fields']]).toEqual([422, [expect.objectContaining({ rule: 'taken' })]]);
    }
  });

  it('creates once, however often a lost answer is asked for again', async () => {
    const [login, key] = [someone(), newId()];
    const first = await makes({ login }, key);
    expect(await makes({ login }, key)).toEqual(first);
    expect((await looks(login)).items).toHaveLength(1);
  });

  it('saves over what was looked at alone, and shows what stands there otherwise', async () => {
    const { body: { sub }, etag } = await makes({ attributes: { name: 'Before' } });
    const body = { attributes: { name: 'Mine' }, required_factor: null };
    expect((await support.asks('PUT', `users/${String(sub)}`, body)).status).toBe(428);
    const all = await Promise.all(['A', 'B', 'C', 'D'].map((name) => saves(sub, { ...body, attributes: { name } }, etag)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const stands = await reads(sub);
    for (const each of all.filter(({ status }) => status === 412)) expect(each.body).toMatchObject({ code: 'changed_meanwhile', etag: stands.etag, current: stands.body });
    expect(await saves(sub, body, stands.etag)).toMatchObject({ status: 200, etag: '"3"', body: { attributes: { name: 'Mine' } } });
    expect(await deeds(sub)).toContainEqual(expect.objectContaining({ deed: 'changed', change: { name: { before: expect.any(String), after: 'Mine' } } }));
  });

  it('another number ends the trust that the old one earned', async () => {
    const { body: { sub }, etag } = await makes({ attributes: { phone_number: town.newPhone() } });
    const [browsers, now] = [town.service.get(TrustedBrowsers), town.clock.now()];
    await browsers.remember({ id: newId(), sub: String(sub), createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: 'x', address: '::1' }, newId(), now);
    expect((await saves(sub, { attributes: { phone_number: town.newPhone() }, required_factor: null }, etag)).status).toBe(200);
    expect(await browsers.list(String(sub), now)).toEqual([]);
  });

  it('warns about an address that another account has too', async () => {
    const email = `${newId()}@example.org`;
    await town.service.get(Directory).create(readNewAccount({ login: someone(), attributes: { email } }), { unique: [], country: 'RU' });
    const twin = await town.service.get(Directory).create(readNewAccount({ login: someone(), attributes: { email } }), { unique: [], country: 'RU' });
    expect((await reads(twin.account.sub)).body['warnings']).toEqual([{ attribute: 'email', rule: 'shared' }]);
  });

  it('an administrator’s account is changed by those who appoint administrators alone', async () => {
    const { body: { sub }, etag } = await makes();
    await town.service.get(Administrators).save({ sub: String(sub), roles: ['support'], expectedVersion: 0, at: town.clock.now() });
    const body = { attributes: { phone_number: town.newPhone() }, required_factor: null };
    expect(await saves(sub, body, etag)).toMatchObject({ status: 403, body: { code: 'administrator_protected' } });
    expect(await new Program(town, 'w_user w_admin').asks('PUT', `users/${String(sub)}`, body, { 'if-match': etag })).toMatchObject({ status: 200 });
  });

  it('goes on page by page, with cursors that tell nobody a number', async () => {
    const family = `fam${newId().replace(/[^a-z]/gi, '')}`.toLowerCase();
    for (let index = 0; index < 7; index += 1) await makes({ attributes: { family_name: family, phone_number: town.newPhone() } });
    const subs: unknown[] = [];
    let next: string | null = '';
    do {
      const page = await looks(family, next === '' ? '&limit=3' : `&limit=3&cursor=${encodeURIComponent(next)}`);
      subs.push(...page.items.map(({ sub }) => sub));
      if (page.next !== null) expect(Buffer.from(page.next, 'base64url').toString()).not.toContain(family);
      next = page.next;
    } while (next !== null);
    expect(new Set(subs).size).toBe(7);
    const all = await support.asks('GET', 'users?limit=5');
    const rest = await support.asks('GET', `users?limit=200&cursor=${encodeURIComponent(String(all.body['next']))}`);
    expect([...(all.body['items'] as unknown[]), ...(rest.body['items'] as unknown[])].length).toBeGreaterThanOrEqual(12);
    for (const cursor of ['x', Buffer.from('["a"]').toString('base64url'), String(all.body['next']).slice(0, -2)]) expect(await support.asks('GET', `users?q=a&cursor=${cursor}`)).toMatchObject({ status: 422, body: { fields: [{ pointer: '/query/cursor' }] } });
  });

  it.each(['00000000-0000-4000-8000-000000000000'])('does not know %s', async (sub) => {
    expect(await reads(sub)).toMatchObject({ status: 404, body: { code: 'account_unknown' } });
    expect(await saves(sub, { attributes: {}, required_factor: null }, '"1"')).toMatchObject({ status: 404 });
  });

  it.each(['ada', "'", '%00', '..'])('refuses %s as a sub', async (sub) => {
    expect([404, 422]).toContain((await reads(sub)).status);
  });

  it('tells what the directory knows of people, and where it has their numbers', async () => {
    const items = (await support.asks('GET', 'attributes')).body['items'] as Record<string, unknown>[];
    expect(items.map(({ name }) => name)).toEqual(['phone_number', 'email', 'given_name', 'family_name', 'name', 'locale']);
    expect(items[0]).toEqual({ name: 'phone_number', format: 'string', required: false, unique: true, searchable: true, valid_numbers: expect.any(Number) });
    expect(Number(items[0]?.['valid_numbers'])).toBeGreaterThan(0);
  });

  it('shows lists to those who look at events or appoint administrators, and accounts whole to nobody else', async () => {
    for (const scope of ['r_audit', 'w_admin']) {
      expect((await new Program(town, scope).asks('GET', 'users?q=a')).status).toBe(200);
      expect((await new Program(town, scope).asks('GET', 'users/00000000-0000-4000-8000-000000000000')).status).toBe(403);
    }
  });
});
