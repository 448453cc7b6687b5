import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '@blitz/audit';
import { PostgresAuditEvents } from '@blitz/postgres';
import { LiveSettings, readBlitzConf, schema, settingKeys, SettingsStore } from '@blitz/settings';
import { connectRedis, RedisSettingsSignal } from '@blitz/redis';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { confFile, guideConf } from './support/conf-file.ts';
import { Desk } from './support/desk.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

const profile = 'login.methods.flashCall.profiles."2"';
const [length, ttl, level] = [`${profile}.psw-length`, 'login.session.ttlInSec', 'login.required-factor'];

describe('the settings', () => {
  let town: Town;
  let desk: Desk;
  let conf: Awaited<ReturnType<typeof confFile>>;
  beforeAll(async () => {
    conf = await confFile(guideConf);
    town = await Town.open({ BLITZ_CONFIG: conf.path });
    desk = new Desk(town);
  });
  afterAll(async () => {
    await town.close();
    await conf.remove();
  });

  it('are described, each with label, help, range and default, in both languages', async () => {
    const { status, body } = await desk.asks('GET', 'settings/schema');
    const definitions = body['definitions'] as readonly Readonly<Record<string, unknown>>[];
    expect([status, definitions.map(({ key }) => key)]).toEqual([200, settingKeys]);
    expect(definitions.find(({ key }) => key === length)).toEqual({
      key: length, kind: 'integer', min: 3, max: 10, unit: 'digits', unit_name: { en: 'digits', ru: 'цифры' }, default: 4, origin: 'ours', in_console: true,
      label: schema['login.methods.flashCall.profiles."2".psw-length'].label,
      help: schema['login.methods.flashCall.profiles."2".psw-length'].help,
      expected: { en: 'a whole number from 3 to 10 (digits)', ru: expect.stringContaining('от 3 до 10') },
    });
  });

  it('say where each value comes from, and their version is the tag to save with', async () => {
    const { etag, body } = await desk.asks('GET', 'settings');
    expect([etag, body['version']]).toEqual(['"0"', 0]);
    expect(body['values']).toMatchObject({ [length]: 4, [level]: 1 });
    expect(body['sources']).toMatchObject({ 'login.factors': 'file', [length]: 'default' });
    expect(body['odds']).toEqual({ per_login: 3_333, until_block: 1_000, per_day: 10 });
    expect(body['shortfalls']).toEqual(expect.arrayContaining([{ key: length, because: { en: expect.stringContaining('6 digits'), ru: expect.any(String) } }]));
  });

  it('are saved, answered whole, and taken back to the file with null', async () => {
    const saved = await desk.asks('PUT', 'settings', { [length]: 6, [ttl]: 7200 }, await desk.version());
    expect(saved).toMatchObject({ status: 200, etag: `"${String(saved.body['version'])}"`, body: { values: { [length]: 6, [ttl]: 7200 }, sources: { [length]: 'saved' } } });
    const back = await desk.asks('PUT', 'settings', { [ttl]: null }, await desk.version());
    expect(back.body).toMatchObject({ values: { [length]: 6, [ttl]: 10_800 }, sources: { [ttl]: 'default' } });
  });

  it('live in every other running service within a second', async () => {
    const lost = (): void => undefined;
    const [sends, hears] = [connectRedis(Redis, { url: town.variables['BLITZ_REDIS_URL'] ?? '', lost }), connectRedis(Redis, { url: town.variables['BLITZ_REDIS_URL'] ?? '', lost })];
    const options = { file: await readBlitzConf(conf.path), store: town.service.get(SettingsStore), signal: new RedisSettingsSignal(sends, hears), warn: lost, pollMs: 3_600_000 };
    const other = await LiveSettings.start(options);
    const began = performance.now();
    await desk.asks('PUT', 'settings', { [`${profile}.psw-max-attempts`]: 2 }, await desk.version());
    await until(() => other.current().flashCall.attemptsPerLogin === 2);
    expect(performance.now() - began).toBeLessThan(1_000);
    await other.stop();
    sends.disconnect();
    hears.disconnect();
  });

  it('of which somebody looked at an older version are not saved; both versions are told', async () => {
    const before = await desk.version();
    await desk.asks('PUT', 'settings', { [ttl]: 8000 }, before);
    const stale = await desk.asks('PUT', 'settings', { [ttl]: 9000 }, before);
    expect(stale).toMatchObject({ status: 412, body: { code: 'changed_meanwhile', etag: `"${String(before + 1)}"`, current: { version: before + 1, values: { [ttl]: 8000 } } } });
    expect((await desk.asks('PUT', 'settings', { [ttl]: 9000 }, null)).body).toMatchObject({ status: 428, code: 'precondition_missing' });
    expect(await desk.version()).toBe(before + 1);
  });

  it('saved by ten at once are saved by one', async () => {
    const before = await desk.version();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => desk.asks('PUT', 'settings', { [ttl]: 7000 + at }, before)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    expect(await desk.version()).toBe(before + 1);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['too small', { [length]: 2 }, `/body/${length}`, /whole number from 3 to 10/],
    ['too large', { [length]: 11 }, `/body/${length}`, /whole number from 3 to 10/],
    ['half', { [length]: 4.5 }, `/body/${length}`, /whole number/],
    ['a text', { [length]: '6' }, `/body/${length}`, /whole number/],
    ['empty', { [length]: '' }, `/body/${length}`, /whole number/],
    ['a list', { [length]: [6] }, `/body/${length}`, /whole number/],
    ['huge', { [length]: 1e300 }, `/body/${length}`, /whole number/],
    ['unknown', { nope: 1 }, '/body/nope', /key of a setting/],
    ['unknown, to be taken back', { nope: null }, '/body/nope', /key of a setting/],
    ['only for the file', { 'id-attrs.attrsMeta': [] }, '/body/id-attrs.attrsMeta', /only in blitz.conf/],
    ['no choice', { [level]: 3 }, `/body/${level}`, /1 or 2/],
    ['no language', { 'lang.available': ['de'] }, '/body/lang.available', /list of languages/],
    ['no attribute', { [`${profile}.phone-attr`]: 'nickname' }, `/body/${profile}.phone-attr`, /one of the attributes/],
    ['contradictory', { 'lang.available': ['ru'] }, '/body/lang.available', /one of lang.available/],
    ['not a method', { 'login.factors': [[], [{ method: 'flashCall', enabled: 'yes' }]] }, '/body/login.factors/1/0/enabled', /true or false/],
    ['with something extra', { 'login.factors': [[], [{ method: 'flashCall', enabled: true, extra: 1 }]] }, '/body/login.factors/1/0/extra', /no such key/],
    ['a list of settings', [], '/body', /object/],
    ['nothing', null, '/body', /object/],
    ['NUL', { 'login.displayNameAttr': 'na\0me' }, '/body/login.displayNameAttr', /NUL/],
    ['half a surrogate pair', { '\ud800': 1 }, '/body/\ufffd', /.*/],
  ])('that are %s are refused with the field and what is allowed, and nothing is saved', async (_, changes, pointer, expected) => {
    const before = await desk.version();
    const { status, body } = await desk.asks('PUT', 'settings', changes, before);
    expect([status, body['code']]).toEqual([422, 'fields_invalid']);
    const fields = body['fields'] as readonly { readonly pointer: string; readonly expected: string }[];
    if (pointer !== '/body/\ufffd') expect(fields).toEqual(expect.arrayContaining([expect.objectContaining({ pointer, expected: expect.stringMatching(expected) })]));
    expect(await desk.version()).toBe(before);
  });

  it('with a good and a bad one are refused whole', async () => {
    const before = await desk.version();
    expect((await desk.asks('PUT', 'settings', { [ttl]: 7200, [length]: 2 }, before)).status).toBe(422);
    expect(await desk.version()).toBe(before);
  });

  it('can be tried out: what would be in force, with the odds, and nothing is saved', async () => {
    const before = await desk.version();
    const { status, body } = await desk.asks('POST', 'settings/dry-run', { [length]: 5, [`${profile}.tempLockAfter`]: 101, nope: 1 });
    expect([status, body['version'], await desk.version()]).toEqual([200, before, before]);
    expect(body).toMatchObject({
      odds: { per_login: 50_000, until_block: 10_000 },
      differences: [{ key: length, before: 6, after: 5 }],
      problems: [{ key: `${profile}.tempLockAfter`, expected: { ru: expect.stringContaining('от 2 до 100') } }, { key: 'nope' }],
    });
  });

  it('that were saved are in the journal, with before and after, and who did it', async () => {
    await desk.asks('PUT', 'settings', { [ttl]: 3600 }, await desk.version());
    await town.service.get(AuditTrail).flush();
    const [deed] = await new PostgresAuditEvents(town.service.get(DataSource)).find({ types: ['administration'], limit: 1 });
    expect(deed).toMatchObject({ clientId: 'ops', address: '127.0.0.1', details: { resource: 'settings', deed: 'changed', actor: 'ops', change: { [ttl]: { after: 3600 } } } });
  });
});
