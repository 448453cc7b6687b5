import { randomInt } from 'node:crypto';
import type { AllowCare, Carer, ChangePassword, Sessions } from '@blitz/accounts';
import type { RecordDeed } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { PasswordAttempts } from '../password/password-attempts.ts';

/** No signs that are taken for others when they are read out over the telephone. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 5;

export interface ResetStores {
  readonly changePassword: ChangePassword;
  readonly sessions: Sessions;
  readonly attempts: PasswordAttempts;
}

/** Gives an account another password. Whoever was let in by the old one is out: sessions, trust and logins under way end. */
export class ResetPassword {
  constructor(
    private readonly allow: AllowCare,
    private readonly stores: ResetStores,
    private readonly deeds: RecordDeed,
    private readonly clock: Clock,
  ) {}

  /**
   * @param chosen a random one is drawn when left out
   * @returns the new password, which is kept nowhere
   * @throws DomainError `account_unknown`, `administrator_protected`, and those of `ChangePassword`
   */
  async execute(sub: string, chosen: string | undefined, carer: Carer): Promise<string> {
    await this.allow.execute(sub, carer);
    const { changePassword, sessions, attempts } = this.stores;
    const password = chosen ?? drawPassword();
    await changePassword.execute(sub, password, { correlationId: carer.actor.correlationId });
    // After the change: a login with the old password that comes between them is ended, too.
    await sessions.endAll(sub, this.clock.now());
    await attempts.forgetAll(sub, this.clock.now());
    this.deeds.execute({ actor: carer.actor, resource: 'account', deed: 'password_reset', target: sub, sub });
    return password;
  }
}

/** 99 random bits in groups that a person can read out. */
function drawPassword(): string {
  const group = (): string => Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}
