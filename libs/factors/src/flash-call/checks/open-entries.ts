import type { Origin } from '../../login/origin.ts';
import type { Asker } from '../challenges.ts';
import type { EntryVerdict } from '../entry-rules.ts';

/** An entry that was paid for and that only its provider can judge: all that whoever asks the provider needs. */
export interface PaidEntry {
  readonly asker: Asker;
  readonly challengeId: string;
  readonly entry: string;
  /** What was typed: digits. */
  readonly typed: string;
  /** The login's name if it is right. */
  readonly renewed: string;
  readonly origin: Origin;
}

/** Entries on their way from the web to the dialler and back. What was typed rests sealed, and for a minute at most (R14). */
export abstract class OpenEntries {
  abstract keep(paid: PaidEntry): Promise<void>;
  /** Gives it out once. */
  abstract claim(challengeId: string, entry: string): Promise<PaidEntry | undefined>;
  /** Waits for its conclusion; undefined when there is none in time. */
  abstract verdict(challengeId: string, entry: string, withinMs: number): Promise<EntryVerdict | undefined>;
}
