import type { Account } from '@blitz/accounts';
import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { Origin } from '../login/origin.ts';
import type { CallVerdict } from './call-rules.ts';
import type { CallQueue } from './call-queue.ts';
import type { ChallengeIds } from './challenge-ids.ts';
import type { Asker, Challenges } from './challenges.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';

export interface Press {
  readonly account: Account;
  readonly login: string;
  /** Which press of the account this is, as the page said when it was drawn (R3). */
  readonly number: number;
  /** Language of the person's pages. */
  readonly locale?: string;
  readonly origin: Origin;
}

/** The person pressed the button: pays for one call and queues it, or says why not. */
export class AskForCall {
  constructor(
    private readonly challenges: Challenges,
    private readonly calls: { readonly queue: CallQueue; readonly ids: ChallengeIds },
    private readonly settings: FlashCallSettings,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `phone_missing` when the account has no valid number (R15) */
  async execute({ account, login, number, locale = '', origin }: Press): Promise<{ verdict: CallVerdict; challengeId: string }> {
    const challengeId = this.calls.ids.next(account);
    if (challengeId === undefined) throw new DomainError('phone_missing');
    const now = this.clock.now();
    const asker = { sub: account.sub, login, address: origin.address, locale };
    const verdict = await this.challenges.call(asker, number, challengeId, now, this.settings.limits());
    this.#note(verdict, account.sub, login, origin);
    if (verdict.kind === 'called') await this.#enqueue(challengeId, asker, origin);
    return { verdict, challengeId };
  }

  /**
   * The job may have reached the queue all the same, and the phone may be ringing. So the right to dial is claimed here: only
   * if nobody else has it will nobody dial, and the call is paid back (R13).
   */
  async #enqueue(challengeId: string, { sub, login }: Asker, origin: Origin): Promise<void> {
    try {
      await this.calls.queue.add(challengeId, origin.correlationId);
    } catch (cause) {
      const at = this.clock.now();
      if ((await this.challenges.claim(challengeId, at)).kind !== 'claimed') return;
      await this.challenges.failed(challengeId, 'not_queued', true);
      const details = { reason: 'not_queued', paidBack: true };
      this.audit.record({ ...origin, at, sub, login, type: 'call_failed', method: 'flashCall', details });
      throw new DomainError('queue_unavailable', {}, { cause });
    }
  }

  #note(verdict: CallVerdict, sub: string, login: string, origin: Origin): void {
    const common = { ...origin, at: this.clock.now(), sub, login, method: 'flashCall' as const };
    if (verdict.kind === 'called') {
      return this.audit.record({ ...common, type: 'call_asked', details: { budgetLeft: verdict.budgetLeft } });
    }
    if (verdict.kind === 'repeated') return this.audit.record({ ...common, type: 'call_repeated' });
    const until = 'until' in verdict ? { until: verdict.until } : {};
    this.audit.record({ ...common, type: 'call_refused', details: { reason: verdict.kind, ...until } });
    if (verdict.kind === 'blocked' && verdict.begins) this.audit.record({ ...common, type: 'method_blocked', details: until });
  }
}
