import { AuditEvents, type AuditEvent, type AuditQuery } from '@blitz/audit';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';

type EventRow = { readonly at: Date } & Readonly<Record<string, unknown>>;

const usualLimit = 100;
const mostEvents = 1000;

/** The names of columns as the domain says them; nulls are left out of what is answered. */
const columns = `at, type, sub, login, sid, client_id AS "clientId", address, user_agent AS "userAgent",
  correlation_id AS "correlationId", method, details`;

export class PostgresAuditEvents extends AuditEvents {
  constructor(private readonly database: DataSource) {
    super();
  }

  async find({ sub, types, from, before, limit = usualLimit }: AuditQuery): Promise<readonly AuditEvent[]> {
    if (sub?.includes('\0') === true) return [];
    const parameters: unknown[] = [];
    const conditions = ([['sub =', sub], ['type = ANY', types], ['at >=', date(from)], ['at <', date(before)]] as const).flatMap(
      ([condition, value]) => (value === undefined ? [] : [`${condition} ($${String(parameters.push(value))})`]),
    );
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const most = Math.min(Math.max(Math.trunc(limit), 0), mostEvents);
    const statement = `SELECT ${columns} FROM audit_events ${where} ORDER BY at DESC, id DESC LIMIT ${String(most)}`;
    return (await rows<EventRow>(this.database, statement, parameters)).map(eventOf);
  }
}

function date(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}

function eventOf(row: EventRow): AuditEvent {
  const said = Object.entries(row).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(said), at: row.at.getTime() } as AuditEvent;
}
