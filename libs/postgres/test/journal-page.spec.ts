import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditEventTypes, fitsFilter, outcomes, type AuditEvent, type AuditQuery, type EventFilter, type JournalEntry } from '@blitz/audit';
import fc from 'fast-check';
import { PostgresAuditEvents, PostgresAuditTrail } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const now = 1_800_000_000_000;
const [ada, eve] = [randomUUID(), randomUUID()];
let opened: MigratedDatabase;
let journal: PostgresAuditEvents;
let all: readonly JournalEntry[];

/** Few values of each, so that they meet; moments repeat, so that numbers decide. */
const happening = fc.record({
  type: fc.constantFrom('call_asked', 'entry_wrong', 'test_call', 'administration', 'login_completed', 'no_such_type'),
  at: fc.integer({ min: now, max: now + 40 }),
  sub: fc.constantFrom(ada, eve, 'ops', undefined),
  address: fc.constantFrom('192.0.2.1', '2001:db8::1', '🦊', undefined),
  clientId: fc.constantFrom('shop', 'ops', undefined),
  correlationId: fc.constantFrom('c-one', 'c-two', undefined),
  details: fc.constantFrom({ reason: 'unanswered' }, { actor: eve }, { actor: 'ops' }, undefined),
});

const filter: fc.Arbitrary<EventFilter> = fc.record(
  {
    sub: fc.constantFrom(ada, eve, 'nobody'),
    types: fc.subarray([...auditEventTypes], { maxLength: 6 }),
    outcome: fc.constantFrom(...outcomes),
    from: fc.integer({ min: now - 5, max: now + 45 }),
    before: fc.integer({ min: now - 5, max: now + 45 }),
    address: fc.constantFrom('192.0.2.1', '🦊', '192.0.2.', "' OR true --"),
    clientId: fc.constantFrom('shop', 'ops'),
    correlationId: fc.constantFrom('c-one', 'c'),
    actor: fc.constantFrom(eve, 'ops', ada),
  },
  { requiredKeys: [] },
);

beforeAll(async () => {
  opened = await migratedDatabase();
  journal = new PostgresAuditEvents(opened.database);
  await opened.database.query('INSERT INTO accounts (sub, login) VALUES ($1, $2), ($3, $4)', [ada, 'ada', eve, 'eve']);
  const trail = new PostgresAuditTrail(opened.database);
  for (const each of fc.sample(happening, { numRuns: 400, seed: 7 })) {
    const { details, ...bare } = each;
    const said = each.type === 'no_such_type' ? bare : { ...bare, details };
    trail.record(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as unknown as AuditEvent);
  }
  await trail.flush();
  all = await journal.page({ limit: 1000 });
});
afterAll(() => opened.close());

describe('a page of the journal', () => {
  it('holds what fits, newest first, those of one moment by their number', () => {
    const sorted = [...all].sort((one, other) => other.event.at - one.event.at || other.id - one.id);
    expect(all).toHaveLength(400);
    expect(all.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it('answers any question as the rules of the filter do, a page at a time, with nothing twice and nothing left out', async () => {
    // Of a type that this version does not know nothing can be asked by address or application.
    const known = all.filter(({ event }) => auditEventTypes.includes(event.type));
    await fc.assert(
      fc.asyncProperty(filter, fc.integer({ min: 1, max: 60 }), async (query, limit) => {
        const fitting = known.filter(({ event }) => fitsFilter(query, event)).map(({ id }) => id);
        const answered = (await everyPage(query, limit)).filter(({ event }) => auditEventTypes.includes(event.type));
        expect(answered.map(({ id }) => id)).toEqual(fitting);
      }),
      { numRuns: 150 },
    );
  });

  it('names people as they log in now, and nobody where there is no account', () => {
    const of = (wanted: (entry: JournalEntry) => boolean): JournalEntry | undefined => all.find(wanted);
    expect(of(({ event }) => event.sub === ada)?.login).toBe('ada');
    expect(of(({ event }) => event.sub === 'ops')).not.toHaveProperty('login');
    expect(of(({ event }) => event.type === 'administration' && event.details?.actor === eve)?.actorLogin).toBe('eve');
    expect(of(({ event }) => event.type === 'administration' && event.details?.actor === 'ops')).not.toHaveProperty('actorLogin');
  });

  it('takes any text for what it is', async () => {
    for (const text of ['', '\0', "'; drop table audit_events; --", '🙂'.repeat(9999), '%', '\\']) {
      for (const name of ['sub', 'address', 'clientId', 'correlationId', 'actor']) expect(await journal.page({ [name]: text })).toEqual([]);
    }
  });

  it('finds nothing where no type is wanted, or none has the outcome', async () => {
    expect(await journal.page({ types: [] })).toEqual([]);
    expect(await journal.page({ types: ['entry_wrong'], outcome: 'success' })).toEqual([]);
    expect(await journal.page({ types: [], sub: ada })).toEqual([]);
  });
});

async function everyPage(query: AuditQuery, limit: number): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await journal.page({ ...query, limit, after: last && { at: last.event.at, id: last.id } });
    found.push(...page);
    if (page.length < limit) return found;
  }
}
