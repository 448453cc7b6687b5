import { Accounts, Administrators, PasswordHashes, Passwords, TrustedBrowsers, type Account } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { Program } from './support/program.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

type Told = Readonly<Record<string, unknown>>;

describe('an import of accounts', () => {
  let town: Town;
  let support: Program;
  beforeAll(async () => {
    town = await Town.open();
    support = new Program(town, 'w_user');
  });
  afterAll(() => town.close());

  const sends = (file: string | Uint8Array, query = '', program = support, type = 'text/csv') => program.asks('POST', `users/imports${query}`, file, { 'content-type': type });
  const ended = async (id: unknown): Promise<Told> => {
    let stands: Told = {};
    await until(async () => {
      stands = (await support.asks('GET', `users/imports/${String(id)}`)).body;
      return stands['state'] !== 'running';
    }, 30_000);
    return stands;
  };
  const imports = async (file: string | Uint8Array, query = '', program = support): Promise<Told> => {
    const { status, body } = await sends(file, query, program);
    if (status !== 202) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
    return ended(body['id']);
  };
  const reports = async (stands: Told): Promise<readonly string[]> => {
    const answer = await fetch(`${town.url}/blitz/admin/api/v1/users/imports/${String(stands['id'])}/report`, { headers: { authorization: `Bearer ${await town.accessToken('w_user')}` } });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return (await answer.text()).trimEnd().split('\r\n').slice(1).map((line) => line.split(',').slice(0, 4).join(','));
  };
  const who = (login: string): Promise<Account | undefined> => town.service.get(Accounts).findByLogin(login);
  const someone = (): string => `i-${newId()}`.toLowerCase().replaceAll('_', '-');

  it('makes accounts that are found at once and keep what was written', async () => {
    const [ada, eve, phone] = [someone(), someone(), town.newPhone()];
    const hash = await town.service.get(PasswordHashes).hash('correct horse battery');
    const stands = await imports(`login,name,phone_number,required_factor,password,password_hash\r\n${ada},"Лавлейс, ""Ада""",8${phone.slice(2)},2,,${hash.includes(',') ? `"${hash}"` : hash}\r\n${eve},Eve,,,tr0ub4dor & three,\r\n`);
    expect(stands).toMatchObject({ state: 'done', read: 2, created: 2, updated: 0, skipped: 0, faulty: 0, warnings: 0, because: null });
    expect(await who(ada)).toMatchObject({ attributes: { name: 'Лавлейс, "Ада"', phone_number: phone }, requiredFactor: 2, locked: false });
    expect((await support.asks('GET', `users?q=${phone.slice(-7)}`)).body['items']).toMatchObject([{ login: ada }]);
    const check = async (login: string, password: string): Promise<boolean> => (await town.service.get(PasswordHashes).check(await town.service.get(Passwords).findHash((await who(login))?.sub ?? ''), password)).right;
    expect([await check(ada, 'correct horse battery'), await check(eve, 'tr0ub4dor & three'), await check(eve, 'other')]).toEqual([true, true, false]);
    await town.service.get(AuditTrail).flush();
    const [deed] = await new PostgresAuditEvents(town.service.get(DataSource)).find({ types: ['administration'], limit: 1 });
    expect(deed?.details).toMatchObject({ resource: 'account_import', deed: 'imported', target: stands['id'], actor: 'ops' });
    for (const secret of [phone.slice(1), 'tr0ub4dor', hash]) expect(town.log).not.toContain(secret);
  });

  const broken = (good: string, other: string): string => [
    'login,email,phone_number,required_factor,password,password_hash', `${good},,,,,`, ',,,,,', `${someone()},nowhere,,,,`, `${someone()},,12,,,`, `${someone()},,,3,,`, `${someone()},,,,short,`,
    `${someone()},,,,,$2b$10$xxxxxxxxxxxxxxxxxxxxxx`, `${someone()},,,,,"$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQxMjM0$c29tZWhhc2gxMjM0NTY3OA"`, `${someone()},,,`, `a\u202Eb,,,,,`, `${good.toUpperCase()},,,,,`, `${someone()},x"y,,,,`, `${other},,,,,`, `"${'x'.repeat(200_000)}",,,,,`, '',
  ].join('\n');
  const linesOfFaults = ['3,login,fault,login', '4,email,fault,format', '5,phone_number,fault,phone_number', '6,required_factor,fault,enum', '7,password,fault,password_too_short', '8,password_hash,fault,password_hash', '9,password_hash,fault,password_hash', '10,,fault,columns', '11,login,fault,login', '12,login,fault,repeated'];

  it('reports each broken row with its line and keeps the others', async () => {
    const [good, other] = [someone(), someone()];
    const stands = await imports(broken(good, other));
    expect(stands).toMatchObject({ state: 'done', created: 2, faulty: 12 });
    const report = await reports(stands);
    expect(report).toEqual(expect.arrayContaining([...linesOfFaults, '13,,fault,not_csv']));
    expect(report).toHaveLength(12);
    expect([await who(good), await who(other)]).toEqual([expect.anything(), expect.anything()]);
  });

  it('reads no further than a row that is longer than any row is, and says so', async () => {
    const [good, lost] = [someone(), someone()];
    const stands = await imports(`login,name\n${good},Ada\n${someone()},"${'x'.repeat(600_000)}\n${lost},Eve\n`);
    expect(stands).toMatchObject({ state: 'failed', because: 'not_csv' });
    expect(await who(lost)).toBeUndefined();
  });

  it('all or nothing: reports the same, and keeps none', async () => {
    const [good, other] = [someone(), someone()];
    const stands = await imports(broken(good, other), '?mode=all_or_nothing');
    expect(stands).toMatchObject({ state: 'refused', created: 0, faulty: 12 });
    expect(await reports(stands)).toEqual(expect.arrayContaining(linesOfFaults));
    expect([await who(good), await who(other)]).toEqual([undefined, undefined]);
    const password = await imports(`login,password\n${good},correct horse battery\n${other},\n`, '?mode=all_or_nothing');
    expect(password).toMatchObject({ state: 'done', created: 2 });
    expect(await town.service.get(Passwords).findHash((await who(good))?.sub ?? '')).toMatch(/^\$argon2id/);
  });

  it('a dry run tells what would be, and changes nothing', async () => {
    const [good, other] = [someone(), someone()];
    expect(await imports(`login\n${good}\n${other}\n${good}\n\n`, '?dry_run=true')).toMatchObject({ state: 'done', dry_run: true, created: 2, faulty: 1 });
    expect(await who(good)).toBeUndefined();
  });

  it('leaves people who are there alone, or changes them, as chosen; their passwords never', async () => {
    const [login, phone] = [someone(), town.newPhone()];
    const { sub } = await town.service.get(Accounts).create({ login, attributes: { name: 'Before', email: `${login}@example.org`, phone_number: town.newPhone() } });
    const [browsers, now] = [town.service.get(TrustedBrowsers), town.clock.now()];
    await browsers.remember({ id: newId(), sub, createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: 'x', address: '::1' }, newId(), now);
    const file = `login;name;email;phone_number;password\n${login.toUpperCase()};After;;${phone};correct horse battery\n`;
    const left = await imports(file);
    expect([left, await reports(left)]).toMatchObject([{ skipped: 1, updated: 0 }, ['2,login,skipped,exists']]);
    expect((await who(login))?.attributes['name']).toBe('Before');
    const changed = await imports(file, '?existing=update');
    expect([changed, await reports(changed)]).toMatchObject([{ updated: 1, created: 0, warnings: 1 }, ['2,password,warning,password_kept']]);
    expect((await who(login))?.attributes).toEqual({ name: 'After', email: `${login}@example.org`, phone_number: phone });
    expect(await town.service.get(Passwords).findHash(sub)).toBeUndefined();
    expect(await browsers.list(sub, now)).toEqual([]);
    expect((await support.asks('GET', `users?q=${phone.slice(-7)}`)).body['items']).toMatchObject([{ sub }]);
  });

  it('an administrator is changed only by those who appoint administrators', async () => {
    const login = someone();
    const { sub } = await town.service.get(Accounts).create({ login });
    await town.service.get(Administrators).save({ sub, roles: ['root'], expectedVersion: 0, at: town.clock.now() });
    const file = `login,phone_number\n${login},${town.newPhone()}\n`;
    const refused = await imports(file, '?existing=update');
    expect([refused, await reports(refused)]).toMatchObject([{ updated: 0, faulty: 1 }, ['2,login,fault,administrator_protected']]);
    expect(await imports(file, '?existing=update', new Program(town, 'w_user w_admin'))).toMatchObject({ updated: 1 });
  });

  it('of rows that want the same unique value one gets it, in the file and in the directory', async () => {
    const [phone, held] = [town.newPhone(), town.newPhone()];
    await town.service.get(Accounts).create({ login: someone(), attributes: { phone_number: held } });
    const stands = await imports(`login,phone_number\n${someone()},${phone}\n${someone()},8${phone.slice(2)}\n${someone()},${held}\n`);
    expect([stands, await reports(stands)]).toMatchObject([{ created: 1, faulty: 2 }, ['3,phone_number,fault,repeated', '4,phone_number,fault,taken']]);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', '\n\n  \n', 'columns_wrong'],
    ['another encoding', Buffer.from('login,name\nada,\xc0\xe4\xe0\n', 'latin1'), 'encoding_wrong'],
    ['UTF-16', Buffer.from('\ufefflogin\nada\n', 'utf16le'), 'encoding_wrong'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]), 'encoding_wrong'],
    ['JSON', '[{"login":"ada"}]', 'columns_wrong'],
    ['no column login', 'name\nAda\n', 'columns_wrong'],
    ['a column twice', 'login,name,name\nada,A,B\n', 'columns_wrong'],
    ['a column that the directory has not', 'login,shoe\nada,42\n', 'columns_wrong'],
    ['people in the first line', 'ada,hunter2hunter2\neve,x\n', 'columns_wrong'],
  ])('%s can not be read, and it says why', async (_what, file, because) => {
    const stands = await imports(file);
    expect(stands).toMatchObject({ state: 'failed', because, created: 0 });
    expect((await reports(stands)).join('\n')).not.toMatch(/hunter2|shoe/);
  });

  it.each([
    ['a byte order mark', (login: string) => `\ufefflogin,name\n${login},Ada\n`],
    ['semicolons and CRLF', (login: string) => `login;name\r\n${login};Ada\r\n`],
    ['tabs and no last line end', (login: string) => `login\tname\n${login}\tAda`],
    ['old line ends', (login: string) => `login,name\r${login},Ada\r`],
    ['quotes everywhere', (login: string) => `"login","name"\n"${login}","Ada"\n`],
    ['blank lines and blanks around names', (login: string) => `\n login , name \n\n${login},Ada\n\n`],
  ])('reads a file with %s', async (_what, file) => {
    const login = someone();
    expect(await imports(file(login))).toMatchObject({ state: 'done', created: 1, faulty: 0 });
    expect((await who(login))?.attributes).toEqual({ name: 'Ada' });
  });

  it('NUL and line ends in a value are refused where they stand', async () => {
    const stands = await imports(`login,name\n${someone()},a\0b\n${someone()},"a\nb"\n`);
    expect([stands, await reports(stands)]).toMatchObject([{ created: 0, faulty: 2 }, [expect.stringContaining(',name,fault,characters'), expect.stringContaining(',name,fault,characters')]]);
  });

  it('one at a time, however many begin at once; and one that nobody works at any more is told as broken off', async () => {
    const file = `login\n${Array.from({ length: 3_000 }, someone).join('\n')}\n`;
    const all = await Promise.all(Array.from({ length: 5 }, () => sends(file, '?dry_run=true')));
    expect(all.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
    expect(await ended(all.find(({ status }) => status === 202)?.body['id'])).toMatchObject({ created: 3_000 });
    await town.service.get(DataSource).query(`INSERT INTO account_imports (id, actor, options, state, phase, counts, line, started_at, changed_at)
      SELECT $2, actor, options, 'running', 'writing', counts, 1500, $1, $1 FROM account_imports LIMIT 1`, [new Date(town.clock.now() - 61_000), '00000000-0000-4000-8000-000000000001']);
    expect((await support.asks('GET', 'users/imports/00000000-0000-4000-8000-000000000001')).body).toMatchObject({ state: 'broken_off', because: 'stopped', line: 1500 });
    expect((await support.asks('GET', 'users/imports')).body['items']).toHaveLength(20);
    expect(await imports(`login\n${someone()}\n`)).toMatchObject({ state: 'done' });
  });

  it.each([
    ['another type', 'login\nada\n', '', 'text/plain', 415],
    ['JSON', '{}', '', 'application/json', 415],
    ['an unknown mode', 'login\n', '?mode=some', 'text/csv', 422],
    ['an unknown choice', 'login\n', '?existing=delete', 'text/csv', 422],
    ['a question too much', 'login\n', '?x=1', 'text/csv', 422],
  ])('refuses %s', async (_what, file, query, type, status) => {
    expect((await sends(file, query, support, type)).status).toBe(status);
  });

  it('CSV is taken nowhere else, and reports of nothing are not there', async () => {
    expect((await support.asks('POST', 'users', 'login\nada\n', { 'content-type': 'text/csv' })).status).toBe(415);
    for (const path of ['', '/report']) expect((await support.asks('GET', `users/imports/00000000-0000-4000-8000-000000000000${path}`)).status).toBe(404);
  });
});
