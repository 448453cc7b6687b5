import type { Administrator } from './administrator.ts';
import type { Role } from './role.ts';

export interface AdministratorChange {
  readonly sub: string;
  readonly roles: readonly Role[];
  /** The version that was looked at; 0 for somebody who is no administrator yet. */
  readonly expectedVersion: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface AdministratorPage {
  readonly limit: number;
  /** Those whose login comes after this one. */
  readonly after?: string;
}

/**
 * Who may work in blitz-console. One with the role root whose account is not locked always stays, whatever happens at once: neither
 * a removal, nor other roles, nor the locking of accounts takes the last one away.
 */
export abstract class Administrators {
  /** By login. */
  abstract list(page: AdministratorPage): Promise<readonly Administrator[]>;
  abstract find(sub: string): Promise<Administrator | undefined>;
  /**
   * @throws DomainError `account_unknown`, `administrator_exists`, `administrator_unknown`, `administrator_changed_meanwhile`,
   * `roles_invalid`, `last_root_stays`
   */
  abstract save(change: AdministratorChange): Promise<Administrator>;
  /** @throws DomainError `administrator_unknown`, `administrator_changed_meanwhile`, `last_root_stays` */
  abstract remove(sub: string, expectedVersion: number): Promise<void>;
}
