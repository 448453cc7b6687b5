import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SavePlan } from '@blitz/procedures';
import { ProcedureStore } from '@blitz/procedures';
import { AuditTrail } from '@blitz/audit';
import { confFile, guideConf } from './support/conf-file.ts';
import { Desk } from './support/desk.ts';
import { Town } from './support/town.ts';

const length = 'login.methods.flashCall.profiles."2".psw-length';
const stamp = { author: 'admin', address: '192.0.2.1', browser: 'a browser' };
const first = [{ id: 'password', enabled: true }];
const flashCall = (enabled: boolean): object => ({ id: 'flashCall', enabled });
const totp = (enabled = false): object => ({ id: 'totp', enabled });

describe('the methods', () => {
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

  const saves = async (body: unknown, at?: number): ReturnType<Desk['asks']> => desk.asks('PUT', 'methods', body, at ?? (await desk.version()));
  const stateOf = async (id: string): Promise<unknown> => ((await desk.asks('GET', 'methods')).body['second'] as { readonly id: string }[]).find((each) => each.id === id);

  it('stand in the order of blitz.conf: what it only lists is not configured, what this version has not is not supported', async () => {
    const lacks = (...what: readonly string[]): object[] => what.map((each) => ({ what: each }));
    expect(await desk.asks('GET', 'methods')).toEqual({
      status: 200,
      etag: '"0"',
      body: {
        first: [{ id: 'password', enabled: true, state: 'on', missing: [] }],
        second: [
          { id: 'flashCall', enabled: false, state: 'not_configured', missing: lacks('settings_not_saved', 'no_procedure') },
          { id: 'totp', enabled: false, state: 'not_supported', missing: lacks('not_supported') },
        ],
      },
    });
  });

  it('can not be switched on before their settings were saved and a procedure works, by no door of the API', async () => {
    const second = [flashCall(true), totp()];
    const lists = [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: true }]];
    const conf = 'blitz.prod.local.idp.login.factors = [[{ enabled = true, method = password }], [{ enabled = true, method = flashCall }]]';
    const doors = [
      await saves({ first, second }),
      await desk.asks('PUT', 'settings', { 'login.factors': lists }, await desk.version()),
      await desk.asks('POST', 'settings/import', { text: conf }, await desk.version()),
    ];
    for (const { status, body } of doors) {
      expect([status, body['code'], body['missing']]).toEqual([409, 'method_not_ready', [{ what: 'settings_not_saved' }, { what: 'no_procedure' }]]);
    }
    expect(await stateOf('flashCall')).toMatchObject({ enabled: false });
    expect((await desk.asks('POST', 'settings/dry-run', { 'login.factors': lists })).body['refusals']).toMatchObject([{ method: 'flashCall' }]);
  });

  it('lack a procedure that nobody planned, and one whose last test call failed', async () => {
    await desk.asks('PUT', 'settings', { [length]: 4 }, await desk.version());
    await town.savesSimulator();
    expect(await stateOf('flashCall')).toMatchObject({ state: 'off', missing: [{ what: 'no_procedure' }] });
    const plan = [{ procedure: 'simulator', destinations: [], enabled: true }];
    await new SavePlan(town.service.get(ProcedureStore), town.clock, town.service.get(AuditTrail)).execute({ plan, expectedVersion: 0, ...stamp });
    expect(await stateOf('flashCall')).toMatchObject({ state: 'off', missing: [] });
    const phone = town.newPhone();
    await town.makesProvider(phone, 'error-500');
    await town.steps({ phone_number: phone, procedure: 'simulator' });
    await town.service.get(AuditTrail).flush();
    expect(await stateOf('flashCall')).toMatchObject({ missing: [{ what: 'procedure_failed_last_test', about: 'simulator' }] });
    expect((await saves({ first, second: [flashCall(true), totp()] })).status).toBe(409);
    await town.steps({ phone_number: town.newPhone(), procedure: 'simulator' });
    await town.service.get(AuditTrail).flush();
    expect(await stateOf('flashCall')).toMatchObject({ missing: [] });
  });

  it('are switched on when nothing is lacking, in the order wanted', async () => {
    const { status, etag, body } = await saves({ first, second: [totp(), flashCall(true)] });
    expect([status, etag]).toEqual([200, `"${String(await desk.version())}"`]);
    expect(body['second']).toMatchObject([{ id: 'totp', state: 'not_supported' }, { id: 'flashCall', state: 'on' }]);
    expect((await desk.asks('GET', 'settings')).body['sources']).toMatchObject({ 'login.factors': 'saved' });
  });

  it('keep the only first factor, and never get one that this version has not', async () => {
    const off = await saves({ first: [{ id: 'password', enabled: false }], second: [totp(), flashCall(true)] });
    expect([off.status, off.body['code']]).toEqual([409, 'first_factor_needed']);
    expect(await saves({ first, second: [totp(true), flashCall(true)] })).toMatchObject({ status: 409, body: { code: 'method_not_ready', method: 'totp', missing: [{ what: 'not_supported' }] } });
  });

  it('of which somebody looked at an older version are not saved; both versions are told', async () => {
    const before = await desk.version();
    await saves({ first, second: [flashCall(true), totp()] }, before);
    const stale = await saves({ first, second: [flashCall(false), totp()] }, before);
    expect(stale).toMatchObject({ status: 412, body: { code: 'changed_meanwhile', current: { second: [{ id: 'flashCall', enabled: true }, { id: 'totp' }] } } });
  });

  it('switched by two at once are switched by one', async () => {
    const before = await desk.version();
    const both = await Promise.all([true, false].map((enabled) => saves({ first, second: [flashCall(enabled), totp()] }, before)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each<[string, unknown, string]>([
    ['a method left out', { first, second: [flashCall(false)] }, '/body/second'],
    ['a method that the file does not list', { first, second: [flashCall(false), totp(), { id: 'sms', enabled: false }] }, '/body/second'],
    ['a method twice', { first, second: [flashCall(false), flashCall(false), totp()] }, '/body/second'],
    ['a name that is none', { first: [{ id: '__proto__', enabled: true }], second: [flashCall(false), totp()] }, '/body/first'],
    ['a switch that is none', { first, second: [{ id: 'flashCall', enabled: 'on' }, totp()] }, '/body/second/0/enabled'],
    ['something extra', { first, second: [{ id: 'flashCall', enabled: false, state: 'on' }, totp()] }, '/body/second/0/state'],
    ['one list', { first }, '/body/second'],
    ['three lists', { first, second: [], third: [] }, '/body/third'],
    ['no list', { first: 'password', second: [] }, '/body/first'],
    ['more than anybody has', { first, second: Array.from({ length: 51 }, (_, at) => ({ id: `m${String(at)}`, enabled: false })) }, '/body/second'],
    ['nothing', {}, '/body/first'],
  ])('with %s are refused with the field, and nothing is saved', async (_, body, pointer) => {
    const before = await desk.version();
    const answer = await saves(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'fields_invalid', fields: expect.arrayContaining([expect.objectContaining({ pointer })]) } });
    expect(await desk.version()).toBe(before);
  });
});
