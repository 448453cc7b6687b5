/** Whether a provider is asked: as ever, with the one call that tries whether it works again, or not at all. */
export type Leave = 'as_ever' | 'as_trial' | 'not_now';

/** Leaves a provider that fails alone for a while, and tries it again with one call. Shared by all diallers. */
export abstract class Breakers {
  /** `as_trial` goes to one call when the rest is over; it has to end in one of the three words below. */
  abstract mayTry(procedure: string, now: number): Promise<Leave>;
  /** @returns true when it had been left alone until now */
  abstract worked(procedure: string): Promise<boolean>;
  /** @returns until when it is left alone, if that begins with this failure */
  abstract failed(procedure: string, now: number): Promise<number | undefined>;
  /** A trial that says nothing of the provider: the next call is the trial. */
  abstract undecided(procedure: string): Promise<void>;
  /** For the administrator: until when each is left alone; those that work are not in it. */
  abstract resting(procedures: readonly string[], now: number): Promise<Readonly<Record<string, number>>>;
}

/** So many failures in a row, with no call between them that was made. */
export const failuresUntilRest = 5;
/** Doubled each time that the trial fails, too. */
export const firstRestMs = 30_000;
export const longestRestMs = 300_000;
/** A trial that says nothing for so long was lost with its dialler; longer than any call takes. */
export const trialMs = 75_000;
/** Failures older than this are no failures in a row. */
export const failuresMs = 600_000;
