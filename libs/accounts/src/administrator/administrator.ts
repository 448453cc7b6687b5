import type { Account } from '../account/account.ts';
import type { Role } from './role.ts';

/** Somebody who may work in blitz-console. Nobody whose account is locked gets in, whatever stands here. */
export interface Administrator {
  readonly account: Account;
  /** At least one, each once, in the order of `roleNames`. */
  readonly roles: readonly Role[];
  /** Grows with each change. */
  readonly version: number;
  /** Milliseconds since the epoch: sessions from before are not theirs. */
  readonly appointedAt: number;
}
