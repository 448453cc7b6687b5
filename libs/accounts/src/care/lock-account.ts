import type { RecordDeed } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AllowCare } from './allow-care.ts';
import type { Carer } from './carer.ts';

export interface Locks {
  /** Nobody gets in, by no grant. */
  readonly locked: boolean;
  /** Other ways in stay open. */
  readonly passwordLocked: boolean;
}

/** Locks an account or its password, or opens them again. */
export class LockAccount {
  constructor(
    private readonly allow: AllowCare,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly deeds: RecordDeed,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected`, `last_root_stays` */
  async execute(sub: string, locks: Locks, carer: Carer): Promise<void> {
    const account = await this.allow.execute(sub, carer);
    if (account.locked !== locks.locked) await this.accounts.setLocked(sub, locks.locked);
    if (account.passwordLocked !== locks.passwordLocked) await this.accounts.setPasswordLocked(sub, locks.passwordLocked);
    // Whoever was in would be in again as soon as the account is opened.
    if (locks.locked) await this.sessions.endAll(sub, this.clock.now());
    if (account.locked === locks.locked && account.passwordLocked === locks.passwordLocked) return;
    this.deeds.execute({ actor: carer.actor, resource: 'account', deed: 'lock_changed', target: sub, sub, before: told(account), after: told(locks) });
  }
}

const told = ({ locked, passwordLocked }: Locks): Readonly<Record<string, boolean>> => ({ locked, password_locked: passwordLocked });
