import type { AuditEvent } from '../audit-event.ts';

/** An event with its place in the journal, and the people in it by the names that they have now. */
export interface JournalEntry {
  /** Grows with the order in which events were numbered, which is not quite the order in which they can be seen. */
  readonly id: number;
  readonly event: AuditEvent;
  /** How the account that it happened to logs in; missing when there is no such account (any more). */
  readonly login?: string;
  /** The same of who did it. */
  readonly actorLogin?: string;
}
