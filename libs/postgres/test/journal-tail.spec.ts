import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveJournal, TailPosition } from '@blitz/audit';
import { SystemClock } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { openDatabase, PostgresAuditTrail, PostgresJournalTail } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const clock = new SystemClock();
let opened: MigratedDatabase;
let writers: DataSource;
beforeAll(async () => {
  opened = await migratedDatabase();
  writers = await openDatabase(opened.url);
});
afterAll(async () => {
  await writers.destroy();
  await opened.close();
});
beforeEach(() => opened.database.query('DELETE FROM audit_events'));

const insert = "INSERT INTO audit_events (event, at, type, sub) SELECT gen_random_uuid(), now(), 'call_asked', $1 FROM generate_series(1, $2::int) RETURNING id";
const warn = (error: unknown): never => {
  throw error;
};

/** Who watches a service's live journal, and goes to another service when told to. */
function watches(from?: string) {
  const live = new LiveJournal(new PostgresJournalTail(opened.database, clock), clock, warn);
  const seen = { ids: [] as number[], position: '' };
  const leave = live.watch({
    who: 'ada',
    filter: {},
    from: from === undefined ? undefined : TailPosition.read(from, clock.now()),
    tell: ({ id }, position) => { seen.ids.push(id); seen.position = String(position); },
    stand: (position) => (seen.position = String(position)),
    missed: () => { throw new Error('missed'); },
  });
  return { live, seen, leave };
}

/** Writes some events and lets a while pass before they are committed; some are rolled back. @returns the numbers of what stays */
async function writes(name: string, rounds: number): Promise<number[]> {
  const runner = writers.createQueryRunner();
  await runner.connect();
  const stay: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await runner.startTransaction();
    const rows = (await runner.query(insert, [name, 1 + (round % 7)])) as { id: string }[];
    for (let wait = 0; wait < (name.charCodeAt(0) + round) % 5; wait += 1) await runner.query('SELECT pg_sleep(0.003)');
    if (round % 6 === 5) {
      await runner.rollbackTransaction();
    } else {
      await runner.commitTransaction();
      stay.push(...rows.map(({ id }) => Number(id)));
    }
  }
  await runner.release();
  return stay;
}

/** @returns whether it is still under way */
function watched(work: Promise<unknown>): () => boolean {
  const state = { done: false };
  void work.finally(() => (state.done = true));
  return () => !state.done;
}

const ascending = (ids: readonly number[]): number[] => [...ids].sort((one, other) => one - other);

describe('the live journal over PostgreSQL', () => {
  it('tells of every event once, though eight write at the same time and commit in any order', async () => {
    const { live, seen, leave } = watches();
    await live.poll();
    const writing = Promise.all('abcdefgh'.split('').map((name) => writes(name, 25)));
    const stillWriting = watched(writing);
    while (stillWriting()) await live.poll();
    await live.poll();
    leave();
    const written = (await writing).flat();
    expect(written.length).toBeGreaterThan(500);
    expect(seen.ids).not.toEqual(ascending(seen.ids));
    expect(ascending(seen.ids)).toEqual(ascending(written));
  });

  it('loses nothing while whoever watches goes from one service to another, again and again', async () => {
    let current = watches();
    await current.live.poll();
    const writing = Promise.all('abcd'.split('').map((name) => writes(name, 30)));
    const stillWriting = watched(writing);
    const seen: number[] = [];
    let moves = 0;
    for (;;) {
      const last = !stillWriting();
      await current.live.poll();
      current.leave();
      seen.push(...current.seen.ids);
      if (last) break;
      current = watches(current.seen.position);
      moves += 1;
    }
    const written = (await writing).flat();
    expect(moves).toBeGreaterThan(5);
    expect(ascending([...new Set(seen)])).toEqual(ascending(written));
  });

  it('finds what was in the air when the first one came to watch', async () => {
    const runner = writers.createQueryRunner();
    await runner.connect();
    await opened.database.query(insert, ['before', 2]);
    await runner.startTransaction();
    const [{ id } = { id: '' }] = (await runner.query(insert, ['slow', 1])) as { id: string }[];
    await opened.database.query(insert, ['before', 2]);
    const { live, seen, leave } = watches();
    await live.poll();
    await runner.commitTransaction();
    await runner.release();
    await live.poll();
    leave();
    expect(seen.ids).toEqual([Number(id)]);
  });

  it('tells within a second, by itself', async () => {
    const told = new Promise<number>((resolve) => {
      const began = performance.now();
      const live = new LiveJournal(new PostgresJournalTail(opened.database, clock), clock, warn);
      const leave = live.watch({ who: 'ada', filter: {}, tell: () => { leave(); resolve(performance.now() - began); }, stand: () => undefined, missed: () => undefined });
      void live.poll().then(() => { new PostgresAuditTrail(opened.database).record({ type: 'call_asked', at: clock.now() }); });
    });
    // Five times as long as promised: the machine may be busy, the promise is the poll's.
    expect(await told).toBeLessThan(5_000);
  });
});
