import { auditEventTypes, typesWith, type AuditQuery, type TypeWithOutcome } from '@blitz/audit';
import { entryColumns } from './entry-of.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: unknown[];
}

/**
 * The statement of one page. It has two shapes, so that whatever is asked for, no more is read than what is shown:
 *
 * - what few events share (an account, a request, an administrator) is looked up by that, and the rest is sifted from it;
 * - otherwise the newest of each wanted type are taken from an index that ends in type and time, and the newest of those are shown.
 *   A planner that guesses how often a rare type meets a busy address reads millions of events when it guesses wrong.
 */
export function pageStatement(query: AuditQuery, limit: number): Statement {
  const sifts = query.sub !== undefined || query.correlationId !== undefined || query.actor !== undefined;
  const bare = query.types === undefined && query.outcome === undefined && query.address === undefined && query.clientId === undefined;
  return sifts || bare ? siftedPage(query, limit) : mergedPage(query, limit);
}

function siftedPage(query: AuditQuery, limit: number): Statement {
  const parameters: unknown[] = [];
  const conditions = [...facts(query, parameters), ...span(query, parameters)];
  if (query.types !== undefined || query.outcome !== undefined) {
    const wanted = wantedTypes(query);
    const of = (reason: TypeWithOutcome['reason']): string => `$${String(parameters.push(wanted.filter((each) => each.reason === reason).map(({ type }) => type)))}`;
    conditions.push(`(type = ANY(${of('any')}) OR (type = ANY(${of('with')}) AND ${hasReason}) OR (type = ANY(${of('without')}) AND NOT ${hasReason}))`);
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return named(`SELECT id, at FROM audit_events ${where} ORDER BY at DESC, id DESC LIMIT ${String(limit)}`, parameters);
}

function mergedPage(query: AuditQuery, limit: number): Statement {
  const wanted = wantedTypes(query);
  const parameters: unknown[] = [wanted.map(({ type }) => type), wanted.map(({ reason }) => reason)];
  // Not `=`: the order by type leaves the planner no index but one that begins with it, for it never knows that a type is rare.
  const conditions = ['type >= wanted.name', 'type <= wanted.name', ...facts(query, parameters), ...span(query, parameters)];
  const sifted = wanted.some(({ reason }) => reason !== 'any');
  if (sifted) conditions.push(`(wanted.reason = 'any' OR (wanted.reason = 'with') = ${hasReason})`);
  const newest = `SELECT id, at FROM audit_events WHERE ${conditions.join(' AND ')} ORDER BY type, at DESC, id DESC LIMIT ${String(limit)}`;
  const merged = `SELECT newest.id, newest.at FROM unnest($1::text[], $2::text[]) AS wanted (name, reason) CROSS JOIN LATERAL (${newest}) AS newest
    ORDER BY at DESC, id DESC LIMIT ${String(limit)}`;
  return named(merged, parameters);
}

/** All columns of what was found, read for those that are shown alone. */
function named(found: string, parameters: unknown[]): Statement {
  return { text: `WITH found AS MATERIALIZED (${found}) SELECT ${entryColumns('found JOIN audit_events AS each USING (id)')} ORDER BY found.at DESC, found.id DESC`, parameters };
}

const hasReason = "coalesce(details ? 'reason', false)";

function wantedTypes({ types, outcome }: AuditQuery): readonly TypeWithOutcome[] {
  if (outcome === undefined) return [...new Set(types ?? auditEventTypes)].map((type) => ({ type, reason: 'any' }));
  return typesWith(outcome).filter(({ type }) => types === undefined || types.includes(type));
}

function facts({ sub, address, clientId, correlationId, actor }: AuditQuery, parameters: unknown[]): string[] {
  const asked = [['sub', sub], ['address', address], ['client_id', clientId], ['correlation_id', correlationId]] as const;
  const same = asked.flatMap(([column, value]) => (value === undefined ? [] : [`${column} = $${String(parameters.push(value))}`]));
  return actor === undefined ? same : [...same, `type = 'administration' AND details ->> 'actor' = $${String(parameters.push(actor))}`];
}

/** Twice the moment of the place: a comparison of rows alone does not bound an index that lacks the id. */
function span({ from, before, after }: AuditQuery, parameters: unknown[]): string[] {
  const moment = (at: number): string => `$${String(parameters.push(new Date(at)))}::timestamptz`;
  return [
    ...(from === undefined ? [] : [`at >= ${moment(from)}`]),
    ...(before === undefined ? [] : [`at < ${moment(before)}`]),
    ...(after === undefined ? [] : [`at <= ${moment(after.at)} AND (at, id) < (${moment(after.at)}, $${String(parameters.push(after.id))}::bigint)`]),
  ];
}
