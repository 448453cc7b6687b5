import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, auditEventTypes, type AuditEvent } from '@blitz/audit';
import { DataSource } from 'typeorm';
import { Town } from './support/town.ts';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}
interface Page {
  readonly items: readonly Event[];
  readonly next: string | null;
}

const start = Date.parse('2026-03-01T00:00:00Z');
const [ada, root] = [randomUUID(), randomUUID()];

describe('the journal, through the admin API', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.service.get(DataSource).query('INSERT INTO accounts (sub, login) VALUES ($1, $2), ($3, $4)', [ada, 'ada', root, 'root']);
    await happen(
      { type: 'password_right', at: start, sub: ada, address: '192.0.2.1', correlationId: 'c-one', login: 'a login', userAgent: 'Лиса 🦊' },
      { type: 'entry_wrong', at: start + 1_000, sub: ada, address: '192.0.2.1', clientId: 'shop', method: 'flashCall', details: { triesLeft: 2, budgetLeft: 8 } },
      { type: 'call_refused', at: start + 2_000, sub: ada, address: '2001:db8::1', details: { reason: 'blocked', until: start + 900_000 } },
      { type: 'call_placed', at: start + 3_000, sub: ada, clientId: 'shop', details: { name: 'simulator', dialMs: 412 } },
      {
        type: 'administration', at: start + 4_000, sub: ada,
        details: { resource: 'account', deed: 'changed', target: ada, actor: root, change: { phone_number: { before: '··· 45 67', after: '··· 00 99' } } },
      },
    );
  });
  afterAll(() => town.close());

  const happen = async (...events: readonly AuditEvent[]): Promise<void> => {
    const trail = town.service.get(AuditTrail);
    for (const event of events) trail.record(event);
    await trail.flush();
  };
  const asks = async (query = '', scope = 'r_audit'): Promise<Response> =>
    fetch(`${town.url}/blitz/admin/api/v1/events${query}`, { headers: { authorization: `Bearer ${await town.accessToken(scope)}` } });
  const page = async (query = ''): Promise<Page> => (await asks(query)).json() as Promise<Page>;
  const types = async (query: string): Promise<string[]> => (await page(query)).items.map(({ type }) => type);

  it('is told newest first, with what each event says under its own names', async () => {
    const { items, next } = await page('?from=2026-03-01T00:00:00Z&before=2026-03-01T01:00:00Z');
    expect(items.map(({ type }) => type)).toEqual(['administration', 'call_placed', 'call_refused', 'entry_wrong', 'password_right']);
    expect(next).toBeNull();
    expect(items[2]).toEqual({
      id: expect.any(String), at: '2026-03-01T00:00:02.000Z', type: 'call_refused', outcome: 'failure', sub: ada, person: 'ada', actor: null, actor_name: null,
      address: '2001:db8::1', client_id: null, method: null, login: null, sid: null, correlation_id: null, user_agent: null,
      details: { reason: 'blocked', until: '2026-03-01T00:15:00.000Z' },
    });
    expect(items[3]?.details).toEqual({ tries_left: 2, budget_left: 8 });
    expect(items[1]?.details).toEqual({ name: 'simulator', dial_ms: 412 });
    expect(items[0]).toMatchObject({ actor: root, actor_name: 'root', details: { change: { phone_number: { before: '··· 45 67', after: '··· 00 99' } } } });
  });

  it.each([
    [`sub=${ada}&type=entry_wrong`, ['entry_wrong']],
    ['type=entry_wrong&type=call_placed', ['call_placed', 'entry_wrong']],
    ['outcome=failure', ['call_refused', 'entry_wrong']],
    ['outcome=success', ['call_placed', 'password_right']],
    ['address=192.0.2.1', ['entry_wrong', 'password_right']],
    ['address=2001%3Adb8%3A%3A1', ['call_refused']],
    ['client_id=shop', ['call_placed', 'entry_wrong']],
    ['client_id=shop&outcome=failure', ['entry_wrong']],
    ['correlation_id=c-one', ['password_right']],
    [`actor=${root}`, ['administration']],
    ['sub=nobody', []],
  ])('answers %s', async (query, expected) => {
    expect(await types(`?${query}&from=2026-03-01T00:00:00Z&before=2026-03-01T01:00:00Z`)).toEqual(expected);
  });

  it('goes on page by page, also while events are written', async () => {
    const first = await page(`?sub=${ada}&limit=2`);
    await happen({ type: 'logged_out', at: start + 5_000, sub: ada });
    const second = await page(`?sub=${ada}&limit=2&cursor=${String(first.next)}`);
    const third = await page(`?sub=${ada}&limit=2&cursor=${String(second.next)}`);
    expect([first, second, third].map(({ items }) => items.map(({ type }) => type))).toEqual([['administration', 'call_placed'], ['call_refused', 'entry_wrong'], ['password_right']]);
    expect(third.next).toBeNull();
  });

  it('tells one event, by its number', async () => {
    const [event] = (await page(`?sub=${ada}&type=call_placed`)).items;
    expect(await (await asks(`/${String(event?.id)}`)).json()).toEqual(event);
    for (const id of ['999999999', '0']) expect((await asks(`/${id}`)).status).toBe(404);
    for (const id of ['-1', 'x', '1e3', '9'.repeat(16)]) expect((await asks(`/${id}`)).status).toBe(422);
  });

  it.each([
    ['type=no_such', '/query/type'], ['type=', '/query/type'], ['outcome=good', '/query/outcome'], ['from=yesterday', '/query/from'], ['from=2026-02-30T00:00:00Z', '/query/from'],
    ['from=1', '/query/from'], ['before=', '/query/before'], ['sub=', '/query/sub'], ['sub=a&sub=b', '/query/sub'], ['limit=0', '/query/limit'], ['limit=201', '/query/limit'],
    ['cursor=x', '/query/cursor'], [`address=${'1'.repeat(65)}`, '/query/address'], ['type=call_placed&type=call_placed', '/query/type'], ['colour=red', '/query/colour'],
    ['sub=%00', '/query/sub'],
  ])('refuses %s and names the field', async (query, pointer) => {
    const answer = await asks(`?${query}`);
    const { code, fields } = (await answer.json()) as { code: string; fields: { pointer: string }[] };
    expect([answer.status, code]).toEqual([422, 'fields_invalid']);
    expect(fields.map((each) => each.pointer.replace(/\/\d+$/, ''))).toContain(pointer);
  });

  it.each(['from=2026-06-30T23:59:60Z', 'from=0000-01-01T00:00:00Z', 'before=9999-12-31T23:59:59Z', `address=${encodeURIComponent("' OR 1=1 --")}`, 'from=2026-03-01T03:00:00%2B03:00'])(
    'never breaks: %s',
    async (query) => {
      expect([200, 422]).toContain((await asks(`?${query}`)).status);
    },
  );

  it('is for those who may read it', async () => {
    for (const scope of ['w_system', 'w_user', 'w_admin', 'w_app']) expect((await asks('', scope)).status).toBe(403);
  });

  it('knows every type of event by name, so that pages and programs that are made from the document know them too', async () => {
    const document = (await (await fetch(`${town.url}/blitz/admin/api/v1/openapi.json`)).json()) as { components: { schemas: Record<string, { enum?: string[] }> } };
    expect(document.components.schemas['EventType']?.enum).toEqual(auditEventTypes);
  });
});
