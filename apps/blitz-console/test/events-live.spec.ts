import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, LiveJournal, watchersLimits, type AuditEvent } from '@blitz/audit';
import { DataSource } from 'typeorm';
import { EventReader } from './support/event-reader.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

describe('events as they are written', () => {
  let town: Town;
  const readers: EventReader[] = [];
  beforeAll(async () => {
    town = await Town.open();
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.leave();
    await until(() => town.service.get(LiveJournal).watchers === 0);
  });
  afterAll(() => town.close());

  const happen = async (...events: readonly Partial<AuditEvent>[]): Promise<void> => {
    const trail = town.service.get(AuditTrail);
    for (const event of events) trail.record({ at: town.clock.now(), type: 'call_asked', ...event } as AuditEvent);
    await trail.flush();
  };
  const watches = async (query = '', { lastId, clientId = 'ops' }: { readonly lastId?: string; readonly clientId?: string } = {}): Promise<EventReader> => {
    const headers = { authorization: `Bearer ${await town.accessToken('r_audit', clientId)}`, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
    const reader = await EventReader.open(`${town.url}/blitz/admin/api/v1/events/live${query}`, headers);
    readers.push(reader);
    await town.service.get(LiveJournal).poll();
    return reader;
  };
  const subs = ({ events }: EventReader): unknown[] => events.map(({ data }) => (data as { sub: unknown }).sub);

  it('come to everybody who watches, each to those whom it concerns', async () => {
    const [all, failures, adas] = [await watches(), await watches('?outcome=failure'), await watches('?sub=ada&type=entry_wrong&type=call_asked')];
    await happen({ sub: 'ada' }, { sub: 'eve' }, { sub: 'eve', type: 'entry_wrong' });
    await until(() => all.events.length === 3 && failures.events.length === 1 && adas.events.length === 1);
    expect(subs(all)).toEqual(['ada', 'eve', 'eve']);
    expect(failures.events[0]?.data).toMatchObject({ type: 'entry_wrong', outcome: 'failure', details: {} });
    expect(subs(adas)).toEqual(['ada']);
  });

  it('go on where the connection broke, without a loss', async () => {
    const before = await watches();
    await happen({ sub: 'one' });
    await until(() => before.events.length === 1);
    before.leave();
    await happen({ sub: 'two' }, { sub: 'three' });
    const after = await watches('', { lastId: before.lastId });
    await happen({ sub: 'four' });
    await until(() => after.events.length === 3);
    expect(subs(after)).toEqual(['two', 'three', 'four']);
  });

  it.each(['', 'nonsense', '0.5-4', '<script>', '9'.repeat(500)])('begin now after the Last-Event-ID %p', async (lastId) => {
    const reader = await watches('', { lastId });
    await happen({ sub: 'now' });
    await until(() => reader.events.length === 1);
    expect(subs(reader)).toEqual(['now']);
  });

  it('come a second time to nobody, though they were written beside each other', async () => {
    const reader = await watches();
    const written = Promise.all(Array.from({ length: 8 }, (_, writer) => town.service.get(DataSource).query(
      "INSERT INTO audit_events (event, at, type, sub) SELECT gen_random_uuid(), now(), 'call_asked', $1 || '-' || n FROM generate_series(1, 200) AS n", [String(writer)],
    )));
    await written;
    await until(() => reader.events.length >= 1_600);
    await town.service.get(LiveJournal).poll();
    expect(new Set(subs(reader)).size).toBe(1_600);
    expect(reader.events).toHaveLength(1_600);
  });

  it('end with the token, within seconds', async () => {
    const reader = await watches();
    town.clock.passes({ sec: 330 });
    await until(() => reader.ended, 10_000);
    expect(reader.events.map(({ name }) => name)).toEqual(['ended']);
  });

  it('are for a bounded number, also of one name', async () => {
    await Promise.all(Array.from({ length: watchersLimits.mostOfOne }, () => watches()));
    await expect(watches()).rejects.toThrow('429');
    await watches('', { clientId: 'other' });
  });

  it('are for those who may read the journal, and asked for in its words', async () => {
    const asks = async (query: string, scope: string): Promise<number> =>
      (await fetch(`${town.url}/blitz/admin/api/v1/events/live${query}`, { headers: { authorization: `Bearer ${await town.accessToken(scope)}` } })).status;
    expect([await asks('', 'w_system'), await asks('?type=nothing', 'r_audit'), await asks('?limit=5', 'r_audit')]).toEqual([403, 422, 422]);
  });

  it('end when the service stops, which does not wait for those who watch', async () => {
    const other = await Town.open();
    const reader = await EventReader.open(`${other.url}/blitz/admin/api/v1/events/live`, { authorization: `Bearer ${await other.accessToken('r_audit')}` });
    const began = performance.now();
    await other.close();
    await until(() => reader.ended);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
