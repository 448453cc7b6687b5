import type { LoginReading } from '@blitz/accounts';
import type { PasswordLimits } from './password-attempts.ts';

/** What the administrator says about passwords, as of now. */
export abstract class PasswordSettings {
  abstract limits(): PasswordLimits;
  /** How that which is typed as a login is read. */
  abstract loginReading(): LoginReading;
}
