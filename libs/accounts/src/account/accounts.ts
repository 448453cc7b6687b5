import { DomainError } from '@blitz/kernel';
import type { Account, Attributes, NewAccount, RequiredFactor } from './account.ts';
import type { LoginReading } from './account-keys.ts';
import type { AccountErrorCode } from './account-error.ts';

/** The directory. */
export abstract class Accounts {
  /** By login, e-mail address or telephone number: see `accountKeys`. Whatever can't be one of them finds nobody. */
  abstract findByLogin(typed: string, reading?: LoginReading): Promise<Account | undefined>;
  abstract find(sub: string): Promise<Account | undefined>;
  /** @throws DomainError `login_taken`, `login_invalid`, `attributes_invalid`, `account_invalid` */
  abstract create(account: NewAccount): Promise<Account>;
  /**
   * Replaces all attributes. Another telephone is another factor: browsers that were trusted because of the old one are trusted
   * no more.
   *
   * @throws DomainError `account_unknown`, `attributes_invalid`
   */
  abstract saveAttributes(sub: string, attributes: Attributes): Promise<void>;
  /** @throws DomainError `account_unknown` */
  abstract requireFactor(sub: string, level: RequiredFactor | null): Promise<void>;
  /** @throws DomainError `account_unknown` */
  abstract setLocked(sub: string, locked: boolean): Promise<void>;
  /** @throws DomainError `account_unknown` */
  abstract setPasswordLocked(sub: string, locked: boolean): Promise<void>;

  /** @throws DomainError `account_unknown` */
  async get(sub: string): Promise<Account> {
    const account = await this.find(sub);
    if (account === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
    return account;
  }
}
