import type { Asker } from '../database/rows.ts';
import type { StoredEvent } from './stored-event.ts';

const statement = `
  INSERT INTO audit_events
    (event, at, type, sub, login, sid, client_id, address, user_agent, correlation_id, method, details)
  SELECT event, to_timestamp(at / 1000.0), type, sub, login, sid, "clientId", address, "userAgent", "correlationId", method, details
  FROM jsonb_to_recordset($1::jsonb) AS one
    (event uuid, at numeric, type text, sub text, login text, sid text, "clientId" text, address text, "userAgent" text,
     "correlationId" text, method text, details jsonb)
  ON CONFLICT (event) DO NOTHING`;

/** Any number of events in one statement with one parameter. */
export async function insertEvents(asker: Asker, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  await asker.query(statement, [JSON.stringify(events.map(({ event, said }) => ({ event, ...said })))]);
}
