import type { TrustedBrowser } from './trusted-browser.ts';

/** Where trusted browsers are kept. A browser is known by the hash of its token, and only together with its account. */
export abstract class TrustedBrowsers {
  /**
   * @param provedAt when this login proved its factors
   * @returns false when everything was revoked since then: a login begun with the old password earns no trust
   * @throws DomainError `account_unknown`
   */
  abstract remember(browser: TrustedBrowser, tokenHash: string, provedAt: number): Promise<boolean>;
  abstract findLive(sub: string, tokenHash: string, now: number): Promise<TrustedBrowser | undefined>;
  /** The browser was used now. */
  abstract touch(sub: string, id: string, now: number): Promise<void>;
  /** Live ones, last used first. */
  abstract list(sub: string, now: number): Promise<readonly TrustedBrowser[]>;
  /** False when this account has no such browser. */
  abstract revoke(sub: string, id: string): Promise<boolean>;
  /** @returns how many there were */
  abstract revokeAll(sub: string, now: number): Promise<number>;
}
