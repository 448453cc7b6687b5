import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { SettingsStore, settingKeys } from '@blitz/settings';
import { confFile, guideConf } from './support/conf-file.ts';
import { Desk } from './support/desk.ts';
import { Town } from './support/town.ts';

const [length, ttl] = ['login.methods.flashCall.profiles."2".psw-length', 'login.session.ttlInSec'];

describe('the configuration', () => {
  let town: Town;
  let desk: Desk;
  let conf: Awaited<ReturnType<typeof confFile>>;
  beforeAll(async () => {
    conf = await confFile(`${guideConf}sms.token = "{$}hunter2"\n`);
    town = await Town.open({ BLITZ_CONFIG: conf.path });
    desk = new Desk(town);
  });
  afterAll(async () => {
    await town.close();
    await conf.remove();
  });

  const saves = async (changes: unknown): Promise<number> => Number((await desk.asks('PUT', 'settings', changes, await desk.version())).body['version']);
  const items = async (query = ''): Promise<readonly Readonly<Record<string, unknown>>[]> => (await desk.asks('GET', `settings/versions${query}`)).body['items'] as Record<string, unknown>[];

  it('tells what was odd in blitz.conf, with its line', async () => {
    const { body } = await desk.asks('GET', 'settings/file');
    expect(body).toMatchObject({ path: conf.path, prefix: 'blitz.prod.local.idp' });
    expect(body['warnings']).toEqual(expect.arrayContaining([{ file: conf.path, line: 3, key: 'login.nobody-knows', why: 'unknown_key', message: expect.any(String) }]));
  });

  it('tells what is saved over the file, and by whom, with a name for people', async () => {
    const { sub } = await town.service.get(Accounts).create({ login: 'grace', attributes: { name: 'Grace Hopper' } });
    await town.service.get(SettingsStore).save({ [ttl]: 7200 }, { author: sub, address: '192.0.2.7', browser: 'Firefox', expectedVersion: 0 });
    await saves({ [length]: 6 });
    const { body } = await desk.asks('GET', 'settings/differences');
    expect(body).toMatchObject({
      version: 2,
      entries: expect.arrayContaining([
        { key: ttl, file: 10_800, written: false, saved: 7200, by: { version: 1, author: { id: sub, name: 'Grace Hopper' }, at: expect.stringMatching(/Z$/) } },
        { key: length, file: 4, written: false, saved: 6, by: { version: 2, author: { id: 'ops', name: null }, at: expect.any(String) } },
      ]),
    });
  });

  it('keeps its history: author, time, address, browser and difference, page by page', async () => {
    const versions = await items();
    expect(versions).toMatchObject([
      { version: 2, author: { id: 'ops' }, address: '127.0.0.1', differences: [{ key: length, after: 6 }] },
      { version: 1, author: { name: 'Grace Hopper' }, address: '192.0.2.7', browser: 'Firefox', differences: [{ key: ttl, after: 7200 }] },
    ]);
    const { body } = await desk.asks('GET', 'settings/versions?limit=1');
    expect([(body['items'] as unknown[]).length, await items(`?cursor=${String(body['next'])}`)]).toEqual([1, versions.slice(1)]);
  });

  it.each(['cursor=x', 'cursor=', 'limit=0', 'limit=201', 'limit=ten', 'other=1', `cursor=${Buffer.from('["a"]').toString('base64url')}`])('refuses the query %s', async (query) => {
    expect(await desk.asks('GET', `settings/versions?${query}`)).toMatchObject({ status: 422, body: { code: 'fields_invalid' } });
  });

  it('goes back to a version with a new one, after telling what that would do', async () => {
    const before = await saves({ [ttl]: null, [length]: 8 });
    expect((await desk.asks('GET', 'settings/versions/1/dry-run')).body['differences']).toEqual(expect.arrayContaining([{ key: ttl, before: 10_800, after: 7200 }, { key: length, before: 8, after: 4 }]));
    const back = await desk.asks('POST', 'settings/versions/1/restore', undefined, before);
    expect(back).toMatchObject({ status: 200, body: { version: before + 1, values: { [ttl]: 7200, [length]: 4 } } });
    expect(await items('?limit=1')).toMatchObject([{ version: before + 1, author: { id: 'ops' } }]);
    expect(await desk.asks('POST', 'settings/versions/1/restore', undefined, before)).toMatchObject({ status: 412, body: { current: { version: before + 1 } } });
  });

  it('knows no version that never was', async () => {
    const now = await desk.version();
    for (const version of ['999', '999999999']) expect(await desk.asks('POST', `settings/versions/${version}/restore`, undefined, now)).toMatchObject({ status: 404, body: { code: 'settings_version_unknown' } });
    for (const version of ['-1', 'x', '1.5', '9'.repeat(30)]) expect((await desk.asks('POST', `settings/versions/${version}/restore`, undefined, now)).status).toBe(422);
    expect(await desk.asks('POST', 'settings/versions/1/restore')).toMatchObject({ status: 428 });
  });

  it('is exported as a blitz.conf without secrets, and imported to the same values', async () => {
    await saves({ [length]: 7, 'lang.available': ['ru', 'en'] });
    const exported = await desk.fetch('GET', 'settings/export');
    const text = await exported.text();
    expect(exported.headers.get('content-disposition')).toContain('blitz.conf');
    expect(text).not.toContain('hunter2');
    for (const key of settingKeys) expect(text).toContain(JSON.stringify(key.match(/"[^"]*"|[^."]+/g)?.at(-1)));
    const values = (await desk.asks('GET', 'settings')).body['values'];
    await saves({ [length]: 3, 'lang.available': null });
    expect(await desk.asks('POST', 'settings/import', { text }, await desk.version())).toMatchObject({ status: 200, body: { values } });
  });

  it('tells beforehand what an import would change, on which line, and what has no effect', async () => {
    const before = await desk.version();
    const text = `blitz.prod.local.idp.login {\n  session.ttlInSec = 5000\n  sms.token = hunter3\n}`;
    const { status, body } = await desk.asks('POST', 'settings/import/dry-run', { text });
    expect([status, await desk.version()]).toEqual([200, before]);
    expect(body).toMatchObject({ wrong: [], lines: { [ttl]: 2 }, differences: [{ key: ttl, after: 5000 }], unknown: [{ line: 3, key: 'login.sms', why: 'unknown_key' }] });
    expect(JSON.stringify(body)).not.toContain('hunter3');
  });

  it.each<[string, string, number]>([
    ['a value that is wrong', 'blitz.prod.local.idp.login {\n session.ttlInSec = 5\n}', 2],
    ['no HOCON', 'blitz {\n  }}', 2],
    ['nothing', '', 1],
    ['a file of the server', 'include "/etc/passwd"', 1],
    ['a file of the network', 'include url("http://169.254.169.254/")', 1],
    ['a text that grows', Array.from({ length: 40 }, (_, at) => `a${String(at + 1)} = \${a${String(at)}}\${a${String(at)}}`).join('\n'), 7],
    ['a quarter of a million brackets', '['.repeat(250_000), 1],
  ])('does not import %s, and says on which line', async (_, text, line) => {
    const before = await desk.version();
    expect(await desk.asks('POST', 'settings/import', { text }, before)).toMatchObject({ status: 422, body: { code: 'conf_invalid', problems: [{ line, expected: expect.any(String) }] } });
    expect(await desk.asks('POST', 'settings/import/dry-run', { text })).toMatchObject({ status: 200, body: { wrong: [{ line }], differences: [] } });
    expect(await desk.version()).toBe(before);
  });

  it('imports text, and no more of it than it says', async () => {
    for (const body of [{}, { text: 1 }, { text: null }, { text: 'a = 1', more: 1 }, { text: 'x'.repeat(256 * 1024 + 1) }, { text: 'ж'.repeat(128 * 1024 + 1) }, { text: 'a\0' }]) {
      expect((await desk.asks('POST', 'settings/import/dry-run', body)).status).toBe(422);
    }
    expect((await desk.asks('POST', 'settings/import/dry-run', { text: 'x'.repeat(2_000_000) })).status).toBe(413);
  });
});
