import type { FactorKind } from '../factor-kind.ts';

/** One attempt of one browser to get through all required factors; it exists only after its first factor was right (R1). */
export interface Login {
  readonly id: string;
  readonly sub: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** What was proved, in this order. */
  readonly proved: readonly FactorKind[];
  /** The person was asked whether to trust this browser, or the browser is trusted already. */
  readonly trustSettled: boolean;
  /** The challenge that proved the phone, once it did: its name says which phone. */
  readonly challengeId?: string;
}

/** A login that is not over by then is forgotten. */
export const loginMs = 30 * 60_000;
