import { JournalTail, TailPosition, type JournalEntry } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';
import { entryColumns, entryOf, type EntryRow } from './entry-of.ts';

/** Numbers that are looked back upon for what is still being written: several seconds of a busy installation. */
const lookedBack = 2_000;

/** One statement, so that what was passed over and what is new are seen at the same moment. */
const statement = (limit: number): string => `
  WITH found AS MATERIALIZED (
    (SELECT id FROM unnest($2::bigint[], $3::bigint[]) AS gap (low, high) JOIN audit_events ON id BETWEEN low AND high ORDER BY id LIMIT ${String(limit)})
    UNION ALL (SELECT id FROM audit_events WHERE id > $1::bigint ORDER BY id LIMIT ${String(limit)})
  ) SELECT ${entryColumns('found JOIN audit_events AS each USING (id)')} ORDER BY id`;

export class PostgresJournalTail extends JournalTail {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async end(): Promise<TailPosition> {
    const last = await rows<{ id: string }>(this.database, `SELECT id FROM audit_events ORDER BY id DESC LIMIT ${String(lookedBack)}`, []);
    return TailPosition.after(last.map(({ id }) => Number(id)), this.clock.now());
  }

  async after({ newest, gaps }: TailPosition, limit: number): Promise<readonly JournalEntry[]> {
    const [low, high] = [gaps.map(({ from }) => from), gaps.map(({ to }) => to)];
    return (await rows<EntryRow>(this.database, statement(limit), [newest, low, high])).map(entryOf);
  }
}
