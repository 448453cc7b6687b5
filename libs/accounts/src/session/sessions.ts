import type { Session } from './session.ts';

/**
 * The sessions of accounts at blitz-idp. A session that was ended is refused from the next request on, wherever it is used, and so
 * is every token that came of it; a request that is using it at that very moment hands nothing out.
 */
export abstract class Sessions {
  /** Live ones, last used first. */
  abstract list(sub: string, now: number): Promise<readonly Session[]>;
  /** @returns false when the account has no such session; true for exactly one of any number of callers */
  abstract end(sub: string, id: string, now: number): Promise<boolean>;
  /**
   * Ends whatever began before: sessions, logins under way, and what applications hold without a session.
   *
   * @returns how many live sessions ended
   */
  abstract endAll(sub: string, now: number): Promise<number>;
}
