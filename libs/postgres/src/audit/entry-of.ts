import type { AuditEvent, JournalEntry } from '@blitz/audit';

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const actor = "CASE WHEN each.type = 'administration' THEN each.details ->> 'actor' END";

/**
 * What `entryOf` reads, `FROM` what is given, where `each` stands for `audit_events`; with the names by which its people log in now.
 * What stands in the journal as a `sub` may be a program, or anything.
 */
export function entryColumns(from: string): string {
  return `each.id, each.at, each.type, each.sub, each.login AS "loginName", each.sid, each.client_id AS "clientId", each.address,
    each.user_agent AS "userAgent", each.correlation_id AS "correlationId", each.method, each.details,
    person.login AS "personLogin", actor.login AS "actorLogin"
  FROM ${from}
  LEFT JOIN accounts AS person ON person.sub = CASE WHEN each.sub ~ '${uuid}' THEN each.sub::uuid END
  LEFT JOIN accounts AS actor ON actor.sub = CASE WHEN ${actor} ~ '${uuid}' THEN (${actor})::uuid END`;
}

export type EntryRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly at: Date;
  readonly loginName: string | null;
  readonly personLogin: string | null;
  readonly actorLogin: string | null;
};

/** Nulls are left out of what is answered. */
export function entryOf({ id, at, loginName, personLogin, actorLogin, ...facts }: EntryRow): JournalEntry {
  const said = Object.entries({ ...facts, login: loginName }).filter(([, value]) => value !== null);
  return {
    id: Number(id),
    event: { ...Object.fromEntries(said), at: at.getTime() } as AuditEvent,
    ...(personLogin === null ? {} : { login: personLogin }),
    ...(actorLogin === null ? {} : { actorLogin }),
  };
}
