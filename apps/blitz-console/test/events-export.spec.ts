import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEvents, AuditTrail, type AuditEvent } from '@blitz/audit';
import { parse } from 'csv-parse/sync';
import { DataSource } from 'typeorm';
import { csvFile, jsonFile, pagesOf } from '../src/events/export/event-export.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

const many = 100_000;
const columns = 'id,at,type,outcome,sub,person,actor,actor_name,address,client_id,method,login,sid,correlation_id,user_agent,details';

describe('the journal as a file', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    const seed = `INSERT INTO audit_events (event, at, type, sub, address, user_agent, details)
      SELECT gen_random_uuid(), to_timestamp(1700000000 + n), 'call_failed', 'many', '192.0.2.' || n % 250, repeat('Mozilla ', 20), '{"reason":"late"}' FROM generate_series(1, $1::int) AS n`;
    await town.service.get(DataSource).query(seed, [many]);
    const trail = town.service.get(AuditTrail);
    const said = [
      { type: 'password_wrong', at: 1_800_000_000_000, sub: 'few', userAgent: '=HYPERLINK("http://evil","click")', correlationId: '+1', address: '@SUM(A1)' },
      { type: 'call_refused', at: 1_800_000_001_000, sub: 'few', userAgent: 'Лиса, "🦊"', details: { reason: 'blocked', until: 1_800_000_900_000 } },
    ] as const satisfies readonly AuditEvent[];
    for (const event of said) trail.record(event);
    await trail.flush();
  });
  afterAll(() => town.close());

  const asks = async (query: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${town.url}/blitz/admin/api/v1/events/export?${query}`, { headers: { authorization: `Bearer ${await town.accessToken('r_audit')}` }, signal: signal ?? null });

  it('is CSV with columns that stay, in which nothing is a formula', async () => {
    const answer = await asks('format=csv&sub=few');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="blitz-events-\d{4}-\d\d-\d\d\.csv"$/);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString();
    expect(bytes.startsWith(`\uFEFF${columns}\r\n`)).toBe(true);
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    expect(rows.map(({ type }) => type)).toEqual(['call_refused', 'password_wrong']);
    expect(rows[0]).toMatchObject({ at: '2027-01-15T08:00:01.000Z', outcome: 'failure', sub: 'few', person: '', user_agent: 'Лиса, "🦊"', details: '{"until":"2027-01-15T08:15:00.000Z","reason":"blocked"}' });
    expect(rows[1]).toMatchObject({ user_agent: `'=HYPERLINK("http://evil","click")`, correlation_id: "'+1", address: "'@SUM(A1)" });
  });

  it('is JSON with events as the list has them', async () => {
    const { events, next_before: left } = (await (await asks('format=json&sub=few')).json()) as { events: Record<string, unknown>[]; next_before: unknown };
    expect(events.map(({ type, details }) => [type, details])).toEqual([['call_refused', { reason: 'blocked', until: '2027-01-15T08:15:00.000Z' }], ['password_wrong', {}]]);
    expect(left).toBeNull();
    expect(await (await asks('format=json&sub=nobody')).json()).toEqual({ events: [], next_before: null });
    expect(await (await asks('format=csv&sub=nobody')).text()).toBe(`${columns}\r\n`);
  });

  it('holds a hundred thousand events and never more than a few pages of them in memory', async () => {
    const journal = town.service.get(AuditEvents);
    const page = journal.page.bind(journal);
    let [written, taken, mostInMemory] = [0, 0, 0];
    journal.page = async (query) => {
      const entries = await page(query);
      written += entries.length;
      return entries;
    };
    const reader = (await asks('format=csv&sub=many')).body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      for (const byte of part.value) if (byte === 10) taken += 1;
      mostInMemory = Math.max(mostInMemory, written - taken);
    }
    journal.page = page;
    expect([written, taken]).toEqual([many, many + 1]);
    // One page, and what lies in the buffers between the two ends of the connection.
    expect(mostInMemory).toBeLessThan(many / 10);
  });

  it('reads on only as fast as somebody takes it, and stops when they leave', async () => {
    const leaving = new AbortController();
    const journal = town.service.get(AuditEvents);
    const page = journal.page.bind(journal);
    let pages = 0;
    journal.page = (query) => {
      pages += 1;
      return page(query);
    };
    const reader = (await asks('format=json&sub=many', leaving.signal)).body?.getReader();
    await reader?.read();
    await until(() => pages > 1);
    leaving.abort();
    await until(() => town.log.includes('an export ended early'));
    const read = pages;
    expect(read).toBeLessThan(many / 1_000);
    await journal.page({ sub: 'many', limit: 1 });
    expect(pages).toBe(read + 1);
    journal.page = page;
  });

  it.each([
    ['csv', csvFile, 'The file ends here, with 1,500 events. Older ones: export again with before=2023-11-16T01:35:01.001Z'],
    ['json', jsonFile, '"next_before":"2023-11-16T01:35:01.001Z"}'],
  ])('says in words where it was cut off: %s', async (_name, write, words) => {
    const parts: string[] = [];
    for await (const part of write(pagesOf(town.service.get(AuditEvents), { sub: 'many' }), 1_500)) parts.push(part);
    const text = parts.join('');
    expect(text.match(/call_failed/g)).toHaveLength(1_500);
    expect(text).toContain(words);
  });

  it('is refused in a form or a time that does not exist, and to those who may not read it', async () => {
    for (const query of ['', 'format=xlsx', 'format=csv&from=x', 'format=csv&limit=5']) expect((await asks(query)).status).toBe(422);
    const others = await fetch(`${town.url}/blitz/admin/api/v1/events/export?format=csv`, { headers: { authorization: `Bearer ${await town.accessToken('w_admin')}` } });
    expect(others.status).toBe(403);
  });

  it('stands in the journal itself: who took it, and what was asked for', async () => {
    await town.service.get(AuditTrail).flush();
    const [event] = await town.service.get(AuditEvents).find({ actor: 'ops', limit: 100 }).then((all) => all.filter(({ details }) => JSON.stringify(details).includes('few')));
    expect(event).toMatchObject({ type: 'administration', clientId: 'ops', details: { resource: 'journal', deed: 'exported', actor: 'ops', change: { sub: { after: expect.any(String) } } } });
  });
});
