import { DomainError } from '@blitz/kernel';
import type { DirectoryErrorCode } from './directory-error.ts';

/** What is wrong with one field of an account. The value itself is never in it. */
export interface AccountFault {
  /** `login`, `required_factor`, `password`, `password_hash`, or `attributes/<name>`. */
  readonly field: string;
  /** A word for programs. */
  readonly rule: string;
  /** For people, in English. */
  readonly expected: string;
}

/** An account can't be kept like this; nothing was changed. */
export class AccountRefused extends DomainError<DirectoryErrorCode> {
  constructor(readonly faults: readonly AccountFault[]) {
    super('account_refused');
  }
}

/** What the directory has for somebody else already. */
export function takenFault(field: string): AccountFault {
  return { field, rule: 'taken', expected: 'must be what no other account has' };
}
