/** Leaves a provider that fails alone for a while, and tries it again with one call. Shared by all diallers. */
export abstract class Breakers {
  /** False while the provider is left alone; true for everybody otherwise, and for one call when the time is over. */
  abstract mayTry(procedure: string, now: number): Promise<boolean>;
  abstract worked(procedure: string): Promise<void>;
  abstract failed(procedure: string, now: number): Promise<void>;
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
