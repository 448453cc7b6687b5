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

/** The worst of an account's budgets; 0 where nothing waits or is blocked. */
export interface PasswordStanding {
  readonly failures: number;
  readonly waitsUntil: number;
  readonly blockedUntil: number;
}

export const noFailures: PasswordStanding = { failures: 0, waitsUntil: 0, blockedUntil: 0 };

/** The budget of a password: its own, so that guessing one factor never closes another. */
export abstract class PasswordAttempts {
  /**
   * Counts one attempt before anybody looks at it, or says why it will not be looked at.
   *
   * @param whose the account that the budget stands for, which may have several; any other name where there is no such account
   */
  abstract claim(budget: string, now: number, limits: PasswordLimits, whose: string): Promise<AttemptVerdict>;
  /**
   * Nobody looked at the password of an attempt that was granted: it costs nothing, and a block that began with it ends. Once for
   * each such attempt, and never for one whose password was hashed: that would be a guess for nothing.
   */
  abstract giveBack(budget: string, now: number, limits: PasswordLimits): Promise<void>;
  /** The password was right. */
  abstract forget(budget: string): Promise<void>;
  /** How the account stands, whichever of its names was typed in whichever browser. */
  abstract look(sub: string, now: number): Promise<PasswordStanding>;
  /** An administrator lets the account begin anew. Answers how it stood. */
  abstract forgetAll(sub: string, now: number): Promise<PasswordStanding>;
}
