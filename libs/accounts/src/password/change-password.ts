import type { AuditOrigin } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { readNewPassword } from './password-text.ts';
import type { PasswordHashes } from './password-hashes.ts';
import type { Passwords } from './passwords.ts';

/** Gives an account another password; whatever was trusted because of the old one is trusted no more. */
export class ChangePassword {
  constructor(
    private readonly passwords: Passwords,
    private readonly hashes: PasswordHashes,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `password_too_short`, `password_too_long`, `password_invalid`, `hashing_busy`, `account_unknown` */
  async execute(sub: string, newPassword: string, origin: AuditOrigin = {}): Promise<void> {
    const hash = await this.hashes.hash(readNewPassword(newPassword));
    const at = this.clock.now();
    await this.passwords.change(sub, hash, at, (count) => [
      { ...origin, type: 'password_changed', at, sub },
      { ...origin, type: 'browsers_revoked', at, sub, details: { reason: 'password_changed', count } },
    ]);
  }
}
