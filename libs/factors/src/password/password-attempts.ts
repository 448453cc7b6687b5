export interface PasswordLimits {
  /** Wrong passwords until the block. */
  readonly total: number;
  readonly blockMs: number;
  /** Wrong passwords that cost no waiting. */
  readonly freeTries: number;
  /** The first wait; each further wrong password doubles it. */
  readonly delayMs: number;
  readonly longestMs: number;
}

export type AttemptVerdict =
  | { readonly kind: 'granted' }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'blocked'; readonly until: number };

/** The budget of a password: its own, so that guessing one factor never closes another. */
export abstract class PasswordAttempts {
  /** Counts one attempt before anybody looks at it, or says why it will not be looked at. */
  abstract claim(budget: string, now: number, limits: PasswordLimits): Promise<AttemptVerdict>;
  /**
   * Nobody looked at the password of an attempt that was granted: it costs nothing, and a block that began with it ends. Once for
   * each such attempt, and never for one whose password was hashed: that would be a guess for nothing.
   */
  abstract giveBack(budget: string, now: number, limits: PasswordLimits): Promise<void>;
  /** The password was right. */
  abstract forget(budget: string): Promise<void>;
}
