import type { Challenge } from './challenge.ts';

/** All that the rules of the incoming call know about one account. Times are milliseconds since the epoch. */
export interface Standing {
  readonly challenge: Challenge | undefined;
  /** How many calls were ever asked for: the next press must name the number after it (R3). */
  readonly presses: number;
  /** R16: no call before this. */
  readonly nextCallAt: number;
  /** R8: calls and entries paid since the last success or block. */
  readonly spent: number;
  /** R9: 0 when there is no block. */
  readonly blockedUntil: number;
}

export const untouched: Standing = { challenge: undefined, presses: 0, nextCallAt: 0, spent: 0, blockedUntil: 0 };
