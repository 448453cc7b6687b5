import type { AllowCare, Carer } from '@blitz/accounts';
import type { RecordDeed } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Challenges } from '../flash-call/challenges.ts';
import type { PasswordAttempts } from '../password/password-attempts.ts';

export const unblockable = ['password', 'flashCall'] as const;

export type Unblockable = (typeof unblockable)[number];

export interface UnblockStores {
  readonly challenges: Challenges;
  readonly attempts: PasswordAttempts;
}

/** Gives an account a whole new budget for one method. Others stay as they are (R9). */
export class UnblockMethod {
  constructor(
    private readonly allow: AllowCare,
    private readonly stores: UnblockStores,
    private readonly deeds: RecordDeed,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected` */
  async execute(sub: string, method: Unblockable, carer: Carer): Promise<void> {
    await this.allow.execute(sub, carer);
    const { spent, blockedUntil } = await this.#forget(sub, method);
    const before = { attempts: spent, ...(blockedUntil > 0 ? { blocked_until: new Date(blockedUntil).toISOString() } : {}) };
    const deed = method === 'password' ? 'password_unblocked' : 'call_unblocked';
    this.deeds.execute({ actor: carer.actor, resource: 'account', deed, target: sub, sub, before, after: { attempts: 0 } });
  }

  async #forget(sub: string, method: Unblockable): Promise<{ readonly spent: number; readonly blockedUntil: number }> {
    const now = this.clock.now();
    if (method === 'flashCall') return this.stores.challenges.unblock(sub, now);
    const { failures, blockedUntil } = await this.stores.attempts.forgetAll(sub, now);
    return { spent: failures, blockedUntil };
  }
}
