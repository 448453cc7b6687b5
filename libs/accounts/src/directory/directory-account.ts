import type { Account } from '../account/account.ts';

/** An account as administrators know it. */
export interface DirectoryAccount {
  readonly account: Account;
  /** Grows with every change, by whomever. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}
