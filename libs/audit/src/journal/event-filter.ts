import type { AuditEventType } from '../audit-details.ts';
import type { AuditEvent } from '../audit-event.ts';
import { outcomeOf, type Outcome } from './event-outcome.ts';

/** Which events are wanted: those that fit everything that is given. */
export interface EventFilter {
  /** The account that it happened to. */
  readonly sub?: string | undefined;
  readonly types?: readonly AuditEventType[] | undefined;
  readonly outcome?: Outcome | undefined;
  /** From this moment on (milliseconds since the epoch). */
  readonly from?: number | undefined;
  /** Before this moment. */
  readonly before?: number | undefined;
  /** As it was written down, whole. */
  readonly address?: string | undefined;
  readonly clientId?: string | undefined;
  readonly correlationId?: string | undefined;
  /** Who did it, of what was done in the console: `sub` of an administrator, or `client_id` of a program. */
  readonly actor?: string | undefined;
}

/** The same question as the database is asked, about an event that is at hand. */
export function fitsFilter(filter: EventFilter, event: AuditEvent): boolean {
  const same = (['sub', 'address', 'clientId', 'correlationId'] as const).every((name) => filter[name] === undefined || filter[name] === event[name]);
  return (
    same &&
    (filter.types === undefined || filter.types.includes(event.type)) &&
    (filter.outcome === undefined || filter.outcome === outcomeOf(event)) &&
    (filter.actor === undefined || filter.actor === actorOf(event)) &&
    event.at >= (filter.from ?? -Infinity) &&
    event.at < (filter.before ?? Infinity)
  );
}

/** Of what an administrator or a program of theirs did. */
export function actorOf(event: AuditEvent): string | undefined {
  return event.type === 'administration' ? event.details?.actor : undefined;
}
