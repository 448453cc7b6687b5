import { PostgresAuditEvents, PostgresCallHistory, openDatabase } from '@blitz/postgres';
import { LookAtCalls } from '@blitz/audit';
import { quantile } from '../statistics.mjs';
import { seedJournal } from './journal-seed.mjs';

const most = Number(process.env.BENCH_EVENTS ?? 10_000_000);
const times = 30;
const day = 86_400_000;

/** Each filter of the console's Events, and Calls, over ten million events; `BENCH_EVENTS` makes it fewer. */
export async function journal(town) {
  const database = await openDatabase(town.env.BLITZ_DATABASE_URL);
  const now = Date.now();
  const seeding = database.createQueryRunner();
  try {
    await seeding.connect();
    const { allMs } = await seedJournal(seeding, most, now);
    console.log(`  ${most.toLocaleString('en')} events seeded and indexed in ${(allMs / 1000).toFixed(0)} s`);
    const history = new PostgresCallHistory(database);
    const began = performance.now();
    const days = await history.countDays(now);
    console.log(`  ${String(days)} days counted once in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return [...(await filters(database, now)), ...(await calls(history, now))];
  } finally {
    await seeding.release();
    await database.destroy();
  }
}

async function filters(database, now) {
  const events = new PostgresAuditEvents(database);
  const some = async (where) => (await database.query(`SELECT sub, address, client_id, correlation_id, details ->> 'actor' AS actor FROM audit_events WHERE ${where} LIMIT 1`))[0];
  const [wrong, deed] = [await some("type = 'entry_wrong'"), await some("type = 'administration'")];
  const yesterday = { from: now - 40 * day, before: now - 39 * day };
  const asked = {
    nothing: {}, person: { sub: wrong.sub }, 'frequent type': { types: ['login_completed'] }, 'rare type': { types: ['guard_fired'] }, 'type that never was': { types: ['secret_saved'] },
    success: { outcome: 'success' }, failure: { outcome: 'failure' }, 'one day': yesterday, 'address of a third of all': { address: '192.0.2.1' }, 'rare address': { address: '10.5.5.5' },
    'application of a third of all': { clientId: 'shop' }, request: { correlationId: wrong.correlation_id }, administrator: { actor: deed.actor },
    'failures of an application': { clientId: 'shop', outcome: 'failure' }, 'what never was of an application': { clientId: 'shop', types: ['secret_saved'] },
    'failures of an address on one day': { address: '192.0.2.1', outcome: 'failure', ...yesterday }, 'failures of a person': { sub: wrong.sub, outcome: 'failure' },
    'failures long ago': { outcome: 'failure', before: now - 80 * day },
  };
  const rows = [];
  for (const [name, query] of Object.entries(asked)) rows.push(await measured(`events by ${name}: p95`, 200, () => events.page({ ...query, limit: 51 })));
  return rows;
}

async function calls(history, now) {
  const look = new LookAtCalls(history);
  const spans = [['day', 1, 'hour'], ['week', 6.9, 'hour'], ['30 days', 30, 'day'], ['90 days', 90, 'day']];
  const rows = [];
  for (const [name, days, bucket] of spans) rows.push(await measured(`calls of a ${name}: p95`, 500, () => look.execute({ from: now - days * day, before: now }, bucket)));
  return rows;
}

async function measured(name, mostMs, ask) {
  const took = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  const value = quantile(took, 0.95);
  return { name, value, unit: 'ms', target: `≤ ${String(mostMs)} ms`, ok: value <= mostMs };
}
