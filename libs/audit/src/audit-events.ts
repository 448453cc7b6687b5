import type { AuditEvent } from './audit-event.ts';
import type { EventFilter } from './journal/event-filter.ts';
import type { JournalEntry } from './journal/journal-entry.ts';

/** After which entry the next page begins, newest first. */
export interface JournalPlace {
  readonly at: number;
  readonly id: number;
}

export interface AuditQuery extends EventFilter {
  /** 100 when left out, never more than 1000. */
  readonly limit?: number;
  readonly after?: JournalPlace | undefined;
}

/** Reads the journal. */
export abstract class AuditEvents {
  /** Newest first; those of the same moment by their number. */
  abstract page(query: AuditQuery): Promise<readonly JournalEntry[]>;

  /** By its number. */
  abstract entry(id: number): Promise<JournalEntry | undefined>;

  /** Newest first. */
  async find(query: AuditQuery): Promise<readonly AuditEvent[]> {
    return (await this.page(query)).map(({ event }) => event);
  }
}
