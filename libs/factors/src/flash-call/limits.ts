/** What the administrator allows, in the units that the rules count in. */
export interface CallLimits {
  /** R4: digits in a code. */
  readonly codeLength: number;
  /** R5: how long a code lives, from the provider's answer. */
  readonly validityMs: number;
  /** R7: wrong entries that burn a code. */
  readonly tries: number;
  /** R8: calls and entries until the method is blocked. */
  readonly total: number;
  /** R8: how long it is blocked. */
  readonly blockMs: number;
  /** R16: between two calls. */
  readonly delayMs: number;
}

/** R17: a job that nobody took by then is dropped. */
export const queueMs = 60_000;

/** A provider that takes longer than this is slow: the page says so. */
export const slowMs = 15_000;

/** How long a person waits for the verdict of a provider that keeps the code. */
export const verdictMs = 20_000;

/** A verdict that comes later than this is lost. Longer than anybody waits for it, so that nobody is told two things. */
export const checkMs = 25_000;

/** After this, a dialler that said nothing is taken for dead. Longer than any provider may take (60 s). */
export const diallingMs = 75_000;
