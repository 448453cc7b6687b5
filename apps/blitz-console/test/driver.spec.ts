import { AuditTrail } from '@blitz/audit';
import { PostgresAuditEvents } from '@blitz/postgres';
import { templates } from '@blitz/procedures';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { DriverDesk } from './support/driver-desk.ts';
import { Town } from './support/town.ts';

let town: Town;
let desk: DriverDesk;
beforeAll(async () => {
  town = await Town.open();
  await town.savesSimulator();
  desk = new DriverDesk(town);
});
afterAll(() => town.close());

const journal = async (): Promise<string> => {
  await town.service.get(AuditTrail).flush();
  return JSON.stringify(await new PostgresAuditEvents(town.service.get(DataSource)).find({ limit: 1_000 }));
};

describe('the plan through the admin API', () => {
  const entry = (change: object = {}): object => ({ procedure: 'simulator', destinations: ['RU', '+7700'], enabled: true, ...change });

  it('is empty before the first was saved, and then what was saved', async () => {
    expect(await desk.reads('plan')).toMatchObject({ status: 200, etag: '"0"', body: { version: 0, entries: [] } });
    expect(await desk.saves('plan', { entries: [entry()] }, 0)).toMatchObject({ status: 200, etag: '"1"', body: { version: 1, entries: [entry()] } });
    expect(await desk.reads('plan')).toMatchObject({ etag: '"1"', body: { entries: [entry()] } });
    expect(await journal()).toContain('"resource":"plan"');
  });

  it('that somebody else saved meanwhile is shown as it is now', async () => {
    expect((await desk.saves('plan', { entries: [] })).body).toMatchObject({ status: 412, code: 'changed_meanwhile', etag: '"1"', current: { version: 1, entries: [entry()] } });
    expect((await desk.asks('PUT', 'plan', { body: { entries: [] } })).status).toBe(428);
    const saves = await Promise.all(Array.from({ length: 5 }, () => desk.saves('plan', { entries: [entry({ enabled: false })] }, 1)));
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  it.each([
    ['a procedure that there is not', [entry({ procedure: 'nobody' })], '/body/entries/0/procedure'],
    ['a procedure twice', [entry(), entry()], '/body/entries/1/procedure'],
    ['no country', [entry({ destinations: ['ru'] })], '/body/entries/0/destinations/0'],
    ['a number that begins with zero', [entry({ destinations: ['+0'] })], '/body/entries/0/destinations/0'],
    ['a word for on', [entry({ enabled: 'yes' })], '/body/entries/0/enabled'],
    ['another field', [entry({ weight: 1 })], '/body/entries/0/weight'],
    ['too many entries', Array.from({ length: 51 }, () => entry()), '/body/entries'],
    ['too many destinations', [entry({ destinations: Array.from({ length: 301 }, () => 'RU') })], '/body/entries/0/destinations'],
    ['no list', null, '/body/entries'],
  ])('with %s is refused with the field', async (_what, entries, pointer) => {
    const { status, body } = await desk.saves('plan', { entries }, 2);
    expect([status, body['code'], body['fields']]).toEqual([422, 'fields_invalid', expect.arrayContaining([expect.objectContaining({ pointer })])]);
    expect((await desk.reads('plan')).etag).toBe('"2"');
  });
});

describe('secrets through the admin API', () => {
  const value = 'correct-horse-battery';

  it('go in, and only their names, hosts and users come out', async () => {
    const saved = await desk.asks('PUT', 'secrets/spare', { body: { value, hosts: ['api.example.org'] } });
    expect(saved).toMatchObject({ status: 200, body: { name: 'spare', hosts: ['api.example.org'], used_by: [], refused_to: [], author: { id: 'ops', name: null } } });
    expect((await desk.reads('secrets')).body).toMatchObject({ items: [{ name: 'spare' }, { name: 'token', hosts: [town.host], used_by: ['simulator'], refused_to: [] }] });
  });

  it('that a procedure needs can’t be deleted; others can', async () => {
    expect((await desk.asks('DELETE', 'secrets/token')).body).toMatchObject({ status: 409, code: 'secret_in_use', usedBy: 'simulator' });
    expect(await desk.asks('DELETE', 'secrets/spare')).toMatchObject({ status: 204, text: '' });
    expect((await desk.asks('DELETE', 'secrets/spare')).body).toMatchObject({ status: 404, code: 'secret_unknown' });
  });

  it('that may not go where a procedure goes keep it from calling, and the list says why', async () => {
    const elsewhere = await desk.asks('PUT', 'secrets/token', { body: { value: town.token, hosts: ['api.example.org'] } });
    expect(elsewhere.body).toMatchObject({ used_by: ['simulator'], refused_to: ['simulator'] });
    expect((await desk.reads('procedures')).body).toMatchObject({ items: [{ key: 'simulator', unfit: expect.stringContaining('is kept for api.example.org') }] });
    await desk.asks('PUT', 'secrets/token', { body: { value: town.token, hosts: [town.host] } });
    expect((await desk.reads('procedures')).body).toMatchObject({ items: [{ unfit: null }] });
  });

  it.each([
    ['an empty value', 'spare', { value: '', hosts: ['a.example'] }, '/body/value'],
    ['a huge value', 'spare', { value: 'x'.repeat(4_097), hosts: ['a.example'] }, '/body/value'],
    ['a value with a bell in it', 'spare', { value: 'a\u0007', hosts: ['a.example'] }, '/body/value'],
    ['no hosts', 'spare', { value, hosts: [] }, '/body/hosts'],
    ['an address for a host', 'spare', { value, hosts: ['https://a.example/x'] }, '/body/hosts'],
    ['another field', 'spare', { value, hosts: ['a.example'], name: 'other' }, '/body/name'],
    ['a name in capitals', 'Spare', { value, hosts: ['a.example'] }, '/params/name'],
    ['a name of another kind', '__proto__', { value, hosts: ['a.example'] }, '/params/name'],
  ])('with %s are refused with the field', async (_what, name, body, pointer) => {
    const { status, body: problem } = await desk.asks('PUT', `secrets/${name}`, { body });
    expect([status, problem['code'], problem['fields']]).toEqual([422, 'fields_invalid', expect.arrayContaining([expect.objectContaining({ pointer })])]);
  });

  it('R14 are in no answer, no log and no journal', async () => {
    for (const path of ['procedures', 'procedures/simulator', 'procedures/simulator/versions', 'procedures/simulator/versions/1', 'plan', 'secrets', 'statistics', 'language']) await desk.reads(path);
    const said = [desk.heard.join('\n'), town.log, await journal()].join('\n');
    expect(said).toContain('"used_by":["simulator"]');
    for (const secret of [value, town.token]) expect(said).not.toContain(secret);
  });
});

describe('what there is to write procedures with', () => {
  it('is a template for each provider, with what to fill in', async () => {
    const { items } = (await desk.reads('templates')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
    expect(items.find(({ id }) => id === 'smsc')).toMatchObject({ name: 'SMSC', secrets: [{ name: 'password' }], settings: ['login'], code_length: { from: 3, to: 6 } });
    expect((await desk.reads('templates/smsc')).body).toMatchObject({ id: 'smsc', source: expect.stringContaining('export default class Smsc') });
    for (const id of ['nobody', '..%2f..%2fpackage', '__proto__']) expect((await desk.reads(`templates/${id}`)).body).toMatchObject({ status: 404, code: 'template_unknown' });
  });

  it('is the types of the language', async () => {
    expect((await desk.reads('language')).body).toEqual({ declarations: expect.stringContaining('declare const HttpLoop') });
  });
});
