import { AuditEvents, type AuditQuery, type JournalEntry } from '@blitz/audit';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';
import { entryOf, type EntryRow } from './entry-of.ts';
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
    return (await rows<EntryRow>(this.database, text, parameters)).map(entryOf);
  }
}
