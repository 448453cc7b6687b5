import type { Account } from '@blitz/accounts';
import type { AuditFacts, AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { Asking, CallGate, GateVerdict } from '../guards/call-gate.ts';
import type { Origin } from '../login/origin.ts';
import type { CallVerdict } from './call-rules.ts';
import type { CallQueue } from './call-queue.ts';
import type { ChallengeIds } from './challenge-ids.ts';
import type { Challenges } from './challenges.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';
import { phoneOf } from './phone-of.ts';

export interface Press {
  readonly account: Account;
  readonly login: string;
  /** Which press of the account this is, as the page said when it was drawn (R3). */
  readonly number: number;
  /** Language of the person's pages. */
  readonly locale?: string;
  readonly origin: Origin;
}

export type AskVerdict =
  | CallVerdict
  /** Too many calls; by which count is in the journal only. */
  | { readonly kind: 'guarded'; readonly until: number }
  /** The administrator has no calls made to such numbers. */
  | { readonly kind: 'not_callable' };

/** A press on its way, with the number that is to ring. */
interface Wish extends Press {
  readonly asking: Asking;
  readonly challengeId: string;
}

/** The person pressed the button: asks the guards, pays for one call and queues it, or says why not. */
export class AskForCall {
  constructor(
    private readonly challenges: Challenges,
    private readonly calls: { readonly queue: CallQueue; readonly ids: ChallengeIds; readonly gate: CallGate },
    private readonly settings: FlashCallSettings,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `phone_missing` when the account has no valid number (R15) */
  async execute(press: Press): Promise<{ verdict: AskVerdict; challengeId: string }> {
    const { account, number, origin } = press;
    const challengeId = this.calls.ids.next(account);
    const phoneNumber = phoneOf(account, this.settings);
    if (challengeId === undefined || phoneNumber === undefined) throw new DomainError('phone_missing');
    const wish = { ...press, challengeId, asking: { sub: account.sub, phoneNumber, press: number, origin } };
    const now = this.clock.now();
    const gate = await this.calls.gate.claim(wish.asking, now);
    if (gate.kind !== 'admitted') return { verdict: this.#refuse(wish, gate), challengeId };
    return { verdict: await this.#pay(wish, gate.counted, now), challengeId };
  }

  async #pay(wish: Wish, counted: boolean, now: number): Promise<CallVerdict> {
    const { account, login, number, locale = '', origin, challengeId, asking } = wish;
    const asker = { sub: account.sub, login, address: origin.address, locale };
    const verdict = await this.challenges.call(asker, number, challengeId, now, this.settings.limits());
    this.#note(verdict, wish);
    if (verdict.kind === 'called') await this.#enqueue(wish);
    else if (counted && !(await this.#wasCalled(verdict, asking))) await this.calls.gate.giveBack(asking);
    return verdict;
  }

  /** A double click: this click was counted, and the other one paid for the call that both asked for. */
  async #wasCalled({ kind }: CallVerdict, { sub, press }: Asking): Promise<boolean> {
    return kind === 'repeated' && (await this.challenges.look(sub)).presses >= press;
  }

  /**
   * The job may have reached the queue all the same, and the phone may be ringing. So the right to dial is claimed here: only
   * if nobody else has it will nobody dial, and the call is paid back (R13).
   */
  async #enqueue(wish: Wish): Promise<void> {
    const { challengeId, origin, asking } = wish;
    try {
      await this.calls.queue.add(challengeId, origin.correlationId);
    } catch (cause) {
      if ((await this.challenges.claim(challengeId, this.clock.now())).kind !== 'claimed') return;
      await this.challenges.failed(challengeId, 'not_queued', true);
      await this.calls.gate.giveBack(asking);
      this.audit.record({ ...this.#facts(wish), type: 'call_failed', details: { reason: 'not_queued', paidBack: true } });
      throw new DomainError('queue_unavailable', {}, { cause });
    }
  }

  #refuse(wish: Wish, gate: Exclude<GateVerdict, { kind: 'admitted' }>): AskVerdict {
    const facts = this.#facts(wish);
    if (gate.kind === 'not_callable') {
      this.audit.record({ ...facts, type: 'call_refused', details: { reason: gate.reason } });
      return { kind: 'not_callable' };
    }
    const { by, until, fires } = gate;
    const details = { reason: `guard_${by}`, until };
    this.audit.record({ ...facts, type: 'call_refused', details });
    if (fires) this.audit.record({ ...facts, type: 'guard_fired', details });
    return { kind: 'guarded', until };
  }

  #note(verdict: CallVerdict, wish: Wish): void {
    const facts = this.#facts(wish);
    if (verdict.kind === 'called') {
      return this.audit.record({ ...facts, type: 'call_asked', details: { budgetLeft: verdict.budgetLeft } });
    }
    if (verdict.kind === 'repeated') return this.audit.record({ ...facts, type: 'call_repeated' });
    const until = 'until' in verdict ? { until: verdict.until } : {};
    this.audit.record({ ...facts, type: 'call_refused', details: { reason: verdict.kind, ...until } });
    if (verdict.kind === 'blocked' && verdict.begins) this.audit.record({ ...facts, type: 'method_blocked', details: until });
  }

  #facts({ origin, account, login }: Wish): AuditFacts {
    return { ...origin, at: this.clock.now(), sub: account.sub, login, method: 'flashCall' };
  }
}
