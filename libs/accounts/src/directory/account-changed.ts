import { DomainError } from '@blitz/kernel';
import type { DirectoryAccount } from './directory-account.ts';
import type { DirectoryErrorCode } from './directory-error.ts';

/** Somebody else changed the account after it was looked at. */
export class AccountChanged extends DomainError<DirectoryErrorCode> {
  constructor(readonly current: DirectoryAccount) {
    super('account_changed');
  }
}
