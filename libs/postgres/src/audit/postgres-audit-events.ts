import { AuditEvents, type AuditQuery, type JournalEntry, type JournalErrorCode } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { refusalOf, tookTooLong } from '../database/refusal.ts';
import { rows } from '../database/rows.ts';
import { entryColumns, entryOf, type EntryRow } from './entry-of.ts';
import { pageStatement } from './page-statement.ts';

const usualLimit = 100;
const mostEvents = 1000;

export class PostgresAuditEvents extends AuditEvents {
  constructor(private readonly database: DataSource) {
    super();
  }

  async page(query: AuditQuery): Promise<readonly JournalEntry[]> {
    const { sub, address, clientId, correlationId, actor, limit = usualLimit } = query;
    // Nothing that is written holds NUL, and PostgreSQL takes no question that does.
    if ([sub, address, clientId, correlationId, actor].some((text) => text?.includes('\0') === true)) return [];
    const { text, parameters } = pageStatement(query, Math.min(Math.max(Math.trunc(limit), 0), mostEvents));
    try {
      return (await rows<EntryRow>(this.database, text, parameters)).map(entryOf);
    } catch (cause) {
      if (refusalOf(cause)?.code === tookTooLong) throw new DomainError<JournalErrorCode>('journal_question_too_wide', {}, { cause });
      throw cause;
    }
  }

  async entry(id: number): Promise<JournalEntry | undefined> {
    const [row] = await rows<EntryRow>(this.database, `SELECT ${entryColumns('audit_events AS each')} WHERE id = $1::bigint`, [id]);
    return row === undefined ? undefined : entryOf(row);
  }
}
