import type { GuardDimension } from './guard-dimension.ts';
import type { PumpingLimits } from './guard-limits.ts';

/** So many calls in any window of that length; 0: not counted. */
export interface Bucket {
  readonly tag: string;
  readonly most: number;
  readonly windowMs: number;
}

/** A press as the guards see it: tags only. */
export interface GuardedPress {
  /** However often the same press comes, it counts once (R3). */
  readonly id: string;
  readonly buckets: { readonly [Dimension in GuardDimension]: Bucket };
  readonly pumping: PumpingLimits;
}

export type GuardVerdict =
  /** `counted`: by this very question, so whoever asked it may give it back. */
  | { readonly kind: 'admitted'; readonly counted: boolean }
  /** `fires`: the first refusal of this bucket for a window, so of any number of them one says so. */
  | { readonly kind: 'refused'; readonly by: GuardDimension | 'quiet'; readonly until: number; readonly fires: boolean };

/**
 * Counts calls before they are paid for, against fraud and nuisance. Windows slide: of any `windowMs` milliseconds, `most` calls.
 * Each deed is atomic.
 */
export abstract class CallGuards {
  /** Counts the press in every dimension, or in none. A refused press counts nowhere. */
  abstract claim(press: GuardedPress, now: number): Promise<GuardVerdict>;
  /** No call came of the press. */
  abstract giveBack(press: GuardedPress): Promise<void>;
  /** What `claim` would say. Changes nothing. */
  abstract look(press: GuardedPress, now: number): Promise<GuardVerdict>;
}
