import type { Account } from '@blitz/accounts';
import type { Factor } from '../factor.ts';
import type { CheckPassword, Credentials, PasswordAnswer } from './check-password.ts';

/** The password as a factor. Nothing has to happen before it is typed. */
export class PasswordFactor implements Factor<'password', void, Credentials> {
  readonly kind = 'password';
  readonly assurance = { amr: 'pwd', ownChannel: false };

  constructor(private readonly checkPassword: CheckPassword) {}

  available(account: Account): boolean {
    return !account.passwordLocked;
  }

  ask(): Promise<void> {
    return Promise.resolve();
  }

  check(credentials: Credentials): Promise<PasswordAnswer> {
    return this.checkPassword.execute(credentials);
  }
}
