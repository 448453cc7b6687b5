import { AuditTrail } from '@blitz/audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { DriverDesk } from './support/driver-desk.ts';
import { Town } from './support/town.ts';

const good = "export default class Good implements HttpLoop {\n  run(obj: JsObj, result: HttpLoopResult | null) {\n    return HttpLoop.refused('not_today');\n  }\n}\n";
const text = (source = good, hosts: readonly string[] = []): object => ({ name: 'My own', source, hosts });

describe('procedures through the admin API', () => {
  let town: Town;
  let desk: DriverDesk;
  beforeAll(async () => {
    town = await Town.open();
    await town.savesSimulator();
    desk = new DriverDesk(town);
  });
  afterAll(() => town.close());

  it('are listed with what they can do and whether they could call', async () => {
    expect((await desk.reads('procedures')).body).toEqual({
      items: [{ key: 'simulator', name: 'Simulator', version: 1, hosts: [town.host], secrets: ['token'], entry_points: ['run'], rests_until: null, unfit: null }],
    });
  });

  it('are read with their source and the tag to save over it', async () => {
    const { status, etag, body } = await desk.reads('procedures/simulator');
    expect([status, etag]).toEqual([200, '"1"']);
    expect(body).toMatchObject({ key: 'simulator', source: town.source, version: 1, author: { id: 'admin', name: null }, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
    expect((await desk.reads('procedures/nobody')).body).toMatchObject({ status: 404, code: 'procedure_unknown' });
  });

  it('are saved, first as something new, then over the version that was looked at', async () => {
    expect(await desk.saves('procedures/my-own', text())).toMatchObject({ status: 200, etag: '"1"', body: { version: 1, author: { id: 'ops' } } });
    expect(await desk.saves('procedures/my-own', text(`${good}// second\n`), 1)).toMatchObject({ status: 200, etag: '"2"', body: { version: 2, source: `${good}// second\n` } });
    const late = await desk.saves('procedures/my-own', text(), 1);
    expect(late).toMatchObject({ status: 412, body: { code: 'changed_meanwhile', etag: '"2"', current: { version: 2, source: `${good}// second\n` } } });
    expect((await desk.saves('procedures/my-own', text())).status).toBe(412);
    expect((await desk.asks('PUT', 'procedures/my-own', { body: text() })).status).toBe(428);
  });

  it('that two save at once are saved by one of them', async () => {
    const saves = await Promise.all(Array.from({ length: 5 }, (_, at) => desk.saves('procedures/contested', text(`${good}// ${String(at)}\n`))));
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    const again = await Promise.all(Array.from({ length: 5 }, (_, at) => desk.saves('procedures/contested', text(`${good}// again ${String(at)}\n`), 1)));
    expect(again.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { body } of again.filter(({ status }) => status === 412)) expect(body).toMatchObject({ current: { version: 2 } });
  });

  it('that are wrong are refused with each mistake in its place, and not saved', async () => {
    const { status, body } = await desk.saves('procedures/wrong', text(good.replace("'not_today'", '5')));
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'procedure_invalid', problems: [{ line: 3, column: 29, message: expect.any(String) }] })]);
    expect((await desk.reads('procedures/wrong')).status).toBe(404);
  });

  it.each(['Simulator', '__proto__', 'a1b2c3d4', 'a'.repeat(41), '%F0%9F%9C%9A', '-a', 'a--b', '..%2fsimulator'])('can’t have a key such as %s', async (key) => {
    const { status, body } = await desk.saves(`procedures/${key}`, text());
    expect([status, body['code']]).toEqual([422, 'fields_invalid']);
    expect(body['fields']).toMatchObject([{ pointer: '/params/key' }]);
  });

  it.each([
    ['no name', { name: undefined }, '/body/name'],
    ['an empty name', { name: '' }, '/body/name'],
    ['a huge source', { source: 'x'.repeat(65_537) }, '/body/source'],
    ['a source that is no text', { source: [good] }, '/body/source'],
    ['hosts that are none', { hosts: 'a.example' }, '/body/hosts'],
    ['another field', { javascript: 'evil' }, '/body/javascript'],
  ])('with %s are refused with the field', async (_what, change, pointer) => {
    const { status, body } = await desk.saves('procedures/odd', { ...text(), ...change });
    expect([status, body['fields']]).toEqual([422, expect.arrayContaining([expect.objectContaining({ pointer })])]);
  });

  it('keep all versions, page by page, and one that was comes back as a new one', async () => {
    for (const version of [undefined, 1, 2, 3]) await desk.saves('procedures/old', text(`${good}// ${String(version)}\n`), version);
    const first = (await desk.reads('procedures/old/versions?limit=3')).body as { items: { version: number }[]; next: string };
    expect(first.items.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(first.items[0]).toEqual({ version: 4, name: 'My own', hosts: [], author: { id: 'ops', name: null }, at: expect.any(String) });
    const second = (await desk.reads(`procedures/old/versions?limit=3&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ items: [{ version: 1 }], next: null });
    expect((await desk.reads('procedures/old/versions/2')).body).toMatchObject({ version: 2, source: `${good}// 1\n` });
    const restored = await desk.asks('POST', 'procedures/old/versions/2/restore', { headers: { 'if-match': '"4"' } });
    expect(restored).toMatchObject({ status: 200, etag: '"5"', body: { version: 5, source: `${good}// 1\n` } });
    expect((await desk.asks('POST', 'procedures/old/versions/2/restore', { headers: { 'if-match': '"4"' } })).body).toMatchObject({ code: 'changed_meanwhile', current: { version: 5 } });
    expect((await desk.asks('POST', 'procedures/old/versions/2/restore')).status).toBe(428);
  });

  it('have no version that never was', async () => {
    expect((await desk.reads('procedures/simulator/versions/2')).body).toMatchObject({ status: 404, code: 'procedure_version_unknown' });
    expect((await desk.asks('POST', 'procedures/simulator/versions/9/restore', { headers: { 'if-match': '"1"' } })).body).toMatchObject({ code: 'procedure_version_unknown' });
    expect((await desk.reads('procedures/nobody/versions')).body).toMatchObject({ status: 404, code: 'procedure_unknown' });
    for (const version of ['0', '-1', '1.5', 'x', '1e3', '9999999999']) expect((await desk.reads(`procedures/simulator/versions/${version}`)).status).toBe(422);
    for (const query of ['cursor=x', 'cursor=WyJ4Il0', 'limit=0', 'limit=201', 'other=1']) expect((await desk.reads(`procedures/simulator/versions?${query}`)).status).toBe(422);
  });

  it('are in the journal with who changed what, but not with their source', async () => {
    await town.service.get(AuditTrail).flush();
    const events = await new PostgresAuditEvents(town.service.get(DataSource)).find({ types: ['administration'], limit: 100 });
    expect(events).toContainEqual(expect.objectContaining({ clientId: 'ops', details: expect.objectContaining({ resource: 'procedure', deed: 'version_restored', target: 'old', actor: 'ops' }) }));
    expect(events).toContainEqual(expect.objectContaining({ details: expect.objectContaining({ deed: 'created', target: 'my-own' }) }));
    expect(JSON.stringify(events)).not.toContain('HttpLoop');
  });
});

describe('a draft that is being written', () => {
  let town: Town;
  let desk: DriverDesk;
  beforeAll(async () => {
    town = await Town.open();
    await town.savesSimulator();
    desk = new DriverDesk(town);
  });
  afterAll(() => town.close());

  const look = async (body: object) => desk.asks('POST', 'procedures/examine', { body });

  it('is told what is wrong with it and where, and what it can do when nothing is', async () => {
    expect((await look(text())).body).toEqual({ problems: [], entry_points: ['run'] });
    expect((await look(text(good.replace("'not_today'", '5')))).body).toMatchObject({ problems: [{ line: 3, column: 29 }], entry_points: [] });
    const unknown = good.replace("'not_today'", "secrets.get('nobody')");
    expect((await look(text(unknown))).body).toMatchObject({ problems: [{ line: 3, message: expect.stringContaining('there is no secret "nobody"') }] });
    expect((await look({ ...text(), key: 'not a key yet!' })).status).toBe(200);
    expect((await desk.reads('procedures')).body).toMatchObject({ items: [{ key: 'simulator' }] });
  });

  it('learns no secret, whatever it makes of it', async () => {
    const spelling = good.replace("'not_today'", "'not_today', { spelled: secrets.get('token') }");
    expect((await look(text(spelling, [town.host]))).body).toMatchObject({ problems: [] });
    const thrown = good.replace('return HttpLoop', "throw new Error(secrets.get('token'));\n    return HttpLoop");
    expect((await look(text(thrown, [town.host]))).body).toMatchObject({ problems: [{ message: expect.stringContaining('before anything was asked') }] });
    expect(desk.heard.join('\n')).not.toContain(town.token);
    expect(town.log).not.toContain(town.token);
  });

  it('that is hostile is told so, and keeps nobody else waiting for long', async () => {
    const endless = good.replace('return HttpLoop', 'for (;;) {}\n    return HttpLoop');
    expect(((await look(text(endless))).body['problems'] as unknown[]).length).toBeGreaterThan(0);
    expect((await look(text(`${good}${'('.repeat(20_000)}`))).body['problems']).not.toEqual([]);
    expect((await look(text())).body['problems']).toEqual([]);
    expect((await desk.asks('POST', 'procedures/examine', { body: { ...text(), source: 'x'.repeat(400 * 1024) } })).status).toBe(413);
  });
});
