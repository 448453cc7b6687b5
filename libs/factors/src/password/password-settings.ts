import type { PasswordLimits } from './password-attempts.ts';

/** What the administrator says about passwords, as of now. */
export abstract class PasswordSettings {
  abstract limits(): PasswordLimits;
}
