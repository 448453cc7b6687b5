import { createServer, connect, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loginName, type AuditEvent } from '@blitz/audit';
import { openDatabase, PostgresAuditEvents, PostgresAuditTrail } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const now = 1_800_000_000_000;
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());
beforeEach(() => opened.database.query('DELETE FROM audit_events'));

const event = (changes: Partial<AuditEvent> = {}): AuditEvent =>
  ({ type: 'call_asked', at: now, sub: 'ada', ...changes }) as AuditEvent;
const stored = (): Promise<readonly AuditEvent[]> => new PostgresAuditEvents(opened.database).find({ limit: 1000 });

describe('the journal in the database', () => {
  it('keeps an event whole', async () => {
    const trail = new PostgresAuditTrail(opened.database);
    const said: AuditEvent = {
      ...{ type: 'entry_wrong', at: now + 7, sub: 'ada', login: 'l1', sid: 's', clientId: 'shop', address: '::1' },
      ...{ userAgent: 'Лиса 🦊', correlationId: 'c', method: 'flashCall', details: { triesLeft: 2, budgetLeft: 8 } },
    };
    trail.record(said);
    await trail.flush();
    expect(await stored()).toEqual([{ ...said, login: loginName('l1') }]);
  });

  it('writes by itself, soon', async () => {
    const trail = new PostgresAuditTrail(opened.database);
    trail.record(event());
    for (let i = 0; i < 100 && trail.depth().waiting > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await stored()).toHaveLength(1);
  });

  it('writes thousands in order with few statements', async () => {
    const trail = new PostgresAuditTrail(opened.database);
    for (let i = 0; i < 3000; i += 1) trail.record(event({ at: now + i }));
    await trail.flush();
    const [{ count } = { count: '' }] = await opened.database.query<{ count: string }[]>('SELECT count(*) FROM audit_events');
    const unordered = await opened.database.query<unknown[]>('SELECT 1 FROM (SELECT at, lag(at) OVER (ORDER BY id) AS last FROM audit_events) AS each WHERE at < last');
    const batches = await opened.database.query<unknown[]>('SELECT DISTINCT xmin::text FROM audit_events');
    expect([count, unordered, batches.length <= 8]).toEqual(['3000', [], true]);
  });

  it('takes anything without failing', async () => {
    const trail = new PostgresAuditTrail(opened.database);
    for (const hostile of ['\0', '\uD800', "'; drop table audit_events; --", '\\u0000', '🙂'.repeat(9999)]) {
      trail.record(event({ sub: hostile, clientId: hostile, userAgent: hostile, address: hostile, correlationId: hostile, sid: hostile }));
    }
    trail.record({ type: 'no_such_type', at: Number.NaN } as unknown as AuditEvent);
    trail.record(undefined as unknown as AuditEvent);
    await trail.flush();
    expect(await stored()).toHaveLength(6);
    expect(await new PostgresAuditEvents(opened.database).find({ sub: '\0' })).toEqual([]);
  });

  it('answers by account, type and time, newest first, a page at a time', async () => {
    const trail = new PostgresAuditTrail(opened.database);
    for (let i = 0; i < 6; i += 1) {
      trail.record(event({ at: now + i, sub: i % 2 === 0 ? 'ada' : 'eve', type: i < 3 ? 'call_asked' : 'logged_out' }));
    }
    await trail.flush();
    const find = async (query: object): Promise<number[]> =>
      (await new PostgresAuditEvents(opened.database).find(query)).map(({ at }) => at - now);
    expect(await find({})).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await find({ sub: 'ada' })).toEqual([4, 2, 0]);
    expect(await find({ types: ['logged_out'], sub: 'eve' })).toEqual([5, 3]);
    expect(await find({ types: ['logged_out', 'call_asked'], from: now + 1, before: now + 4 })).toEqual([3, 2, 1]);
    expect(await find({ limit: 2 })).toEqual([5, 4]);
    expect(await find({ types: [] })).toEqual([]);
  });
});

describe('while the database is away', () => {
  let gate: Gate;
  beforeEach(async () => {
    gate = await openGate(opened.url);
  });

  it('events are kept, counted, bounded, and written once it is back', async () => {
    const database = await openDatabase(gate.url);
    const failures: unknown[] = [];
    const trail = new PostgresAuditTrail(database, { mostEvents: 100, everyMs: 5, flushMs: 10, onFailure: (e) => failures.push(e) });
    try {
      gate.shut();
      for (let i = 0; i < 90; i += 1) {
        expect(trail.overflowing()).toBe(false);
        trail.record(event({ at: now + i }));
      }
      expect(trail.overflowing()).toBe(true);
      for (let i = 90; i < 130; i += 1) trail.record(event({ at: now + i }));
      await expect(trail.flush()).rejects.toThrow('100 audit events could not be written');
      expect(failures.length).toBeGreaterThan(0);
      expect(trail.depth()).toEqual({ waiting: 100, dropped: 30 });
      gate.open();
      for (let i = 0; i < 500 && trail.depth().waiting > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(trail.overflowing()).toBe(false);
      expect((await stored()).map(({ at }) => at - now)).toEqual(Array.from({ length: 100 }, (_, i) => 99 - i));
    } finally {
      gate.open();
      await database.destroy();
      await gate.close();
    }
  });

  it('an event whose answer was lost is not written twice', async () => {
    const database = await openDatabase(gate.url);
    const trail = new PostgresAuditTrail(database, { everyMs: 5 });
    try {
      gate.loseAnswers();
      trail.record(event());
      await new Promise((resolve) => setTimeout(resolve, 200));
      gate.shut();
      expect(await stored()).toHaveLength(1);
      expect(trail.depth().waiting).toBe(1);
      gate.open();
      await trail.flush();
      expect(trail.depth().waiting).toBe(0);
      expect(await stored()).toHaveLength(1);
    } finally {
      gate.open();
      await database.destroy();
      await gate.close();
    }
  });
});

interface Gate {
  readonly url: string;
  /** Cuts every connection and refuses new ones. */
  shut(): void;
  open(): void;
  /** What the database answers from now on never arrives. */
  loseAnswers(): void;
  close(): Promise<void>;
}

/** Stands between a service and its database, as a network does. */
async function openGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let [isShut, mute] = [false, false];
  const server: Server = createServer((client) => {
    if (isShut) return void client.destroy();
    const beyond = connect(Number(port), hostname);
    for (const socket of [client, beyond]) sockets.add(socket.on('error', () => undefined));
    client.pipe(beyond);
    beyond.on('data', (chunk) => mute || client.write(chunk));
    beyond.on('close', () => client.destroy());
    client.on('close', () => beyond.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.host = `127.0.0.1:${String((server.address() as { port: number }).port)}`;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: url.href,
    shut: () => {
      isShut = true;
      cut();
    },
    open: () => {
      [isShut, mute] = [false, false];
    },
    loseAnswers: () => {
      mute = true;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
