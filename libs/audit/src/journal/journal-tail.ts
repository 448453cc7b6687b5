import type { JournalEntry } from './journal-entry.ts';
import type { TailPosition } from './tail-position.ts';

/** The end of the journal, where events come in. */
export abstract class JournalTail {
  /** Where it ends now. */
  abstract end(): Promise<TailPosition>;
  /** What can be seen by now and could not at this position, by number; at most `limit` of what is new and of what was passed over. */
  abstract after(position: TailPosition, limit: number): Promise<readonly JournalEntry[]>;
}
