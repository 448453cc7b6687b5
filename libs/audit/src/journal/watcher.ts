import type { EventFilter } from './event-filter.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { TailPosition } from './tail-position.ts';

/** Somebody who wants to be told of events as they come. */
export interface Watcher {
  /** An account's `sub`, or a program's `client_id`. */
  readonly who: string;
  readonly filter: EventFilter;
  /** Where they stopped reading; from now on when left out. */
  readonly from?: TailPosition | undefined;
  /** An event that fits, and where they stand when they have read it. May come a second time, never not at all. */
  readonly tell: (entry: JournalEntry, position: TailPosition) => void;
  /** Where they stand, after everything that did not fit. */
  readonly stand: (position: TailPosition) => void;
  /** So much was written since they stopped reading that they should look at the journal itself. */
  readonly missed: () => void;
}
