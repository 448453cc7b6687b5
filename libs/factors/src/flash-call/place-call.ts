import type { Account, Accounts } from '@blitz/accounts';
import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { CallOutcome, CallProvider, PassedOver, Proof } from './call-provider.ts';
import type { Placement } from './call-rules.ts';
import { callerCode } from './caller-code.ts';
import { accountOf } from './challenge-id.ts';
import type { Verification } from './challenge.ts';
import type { ChallengeIds } from './challenge-ids.ts';
import type { Challenges } from './challenges.ts';
import type { CodeDigest } from './code-digest.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';
import { phoneOf } from './phone-of.ts';
import type { RouteOf } from './route-of.ts';

export interface Job {
  readonly challengeId: string;
  readonly correlation: string;
  /** The queue gave this job out before: whoever had it did not finish. */
  readonly again: boolean;
}

/** A job with the login that asked for it. */
type ClaimedJob = Job & { readonly login: string };

/** The one job that gives the right to dial. */
type OwnJob = ClaimedJob & { readonly address: string; readonly locale: string };

/** What became of a job. `reason` and `hint` are for the operator: no number, no code. */
export interface Placing {
  readonly outcome: 'placed' | 'failed' | 'not_mine';
  readonly reason?: string;
  readonly hint?: string;
}

/** What the dialler needs of the world around the rules. */
export interface PlaceCallStores {
  readonly challenges: Challenges;
  readonly accounts: Accounts;
  readonly settings: FlashCallSettings;
  readonly ids: ChallengeIds;
  readonly routeOf: RouteOf;
}

/** The dialler's deed: the right to dial is claimed first, so that no job, however often it runs, rings twice (R3). */
export class PlaceCall {
  constructor(
    private readonly stores: PlaceCallStores,
    private readonly provider: CallProvider,
    private readonly digest: CodeDigest,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async execute(job: Job): Promise<Placing> {
    const { challenges } = this.stores;
    // Read while the right to dial is claimed, used only by whoever has it.
    const account = this.stores.accounts.find(accountOf(job.challengeId) ?? '');
    account.catch(() => undefined);
    const claimed = await challenges.claim(job.challengeId, this.clock.now());
    if (claimed.kind === 'gone') return { outcome: 'not_mine', reason: 'gone' };
    const mine = { ...job, login: claimed.login };
    if (claimed.kind === 'late') return this.#fail(mine, 'late', true);
    if (claimed.kind === 'taken') return job.again ? this.#interrupted(mine) : { outcome: 'not_mine', reason: 'taken' };
    const { address, locale } = claimed;
    const outcome = await this.#call({ ...mine, address, locale }, await this.#found(mine, account));
    const stood = await this.#conclude(mine, outcome);
    this.#note(mine, outcome);
    if (outcome.kind === 'failed') return { outcome: 'failed', reason: outcome.because, hint: outcome.hint };
    return stood ? { outcome: 'placed' } : { outcome: 'failed', reason: 'given_up' };
  }

  /** A directory that fails before anybody dialled: paid back and said at once (R13 R19); why goes on to the log. */
  async #found(job: ClaimedJob, account: Promise<Account | undefined>): Promise<Account | undefined> {
    try {
      return await account;
    } catch (error) {
      const outcome = failed('not_queued', true);
      await this.#conclude(job, outcome);
      this.#note(job, outcome);
      throw error;
    }
  }

  async #call(job: OwnJob, account: Account | undefined): Promise<Outcome> {
    const { ids, settings, routeOf } = this.stores;
    const same = account !== undefined && ids.isOf(job.challengeId, account);
    const phoneNumber = same ? phoneOf(account, settings) : undefined;
    if (phoneNumber === undefined) return failed('number_changed', true);
    const { codeLength } = settings.limits();
    const { challengeId: requestId, correlation, address, locale } = job;
    const began = this.clock.now();
    const outcome = await this.provider.call({ phoneNumber, codeLength, requestId, correlation, address, locale });
    const dialMs = this.clock.now() - began;
    if (outcome.kind === 'failed') return outcome;
    const verification = this.#verification(requestId, outcome.proof, codeLength);
    const { call, passedOver } = outcome;
    if (verification === undefined) return { ...failed('code_too_short', false, `${call.procedure}: fewer digits than a code has`), passedOver };
    return { kind: 'placed', placement: { ...verification, call, route: routeOf(call.procedure, phoneNumber) }, dialMs, passedOver };
  }

  /** R4. A code that the provider keeps never exists here. */
  #verification(challengeId: string, proof: Proof, codeLength: number): Verification | undefined {
    if (proof.kind === 'provider') return { verifiedBy: 'provider' };
    const code = callerCode(proof.callerNumber, codeLength);
    return code === undefined ? undefined : { verifiedBy: 'digest', digest: this.digest.of(challengeId, code) };
  }

  #conclude(job: Job, outcome: Outcome): Promise<boolean> {
    const { challenges, settings } = this.stores;
    return outcome.kind === 'placed'
      ? challenges.placed(job.challengeId, outcome.placement, this.clock.now(), settings.limits())
      : challenges.failed(job.challengeId, outcome.because, outcome.surelyNoCall);
  }

  /** Whether the lost dialler's call was made can't be known: it stays paid, and nobody dials again. */
  async #interrupted(job: ClaimedJob): Promise<Placing> {
    const closed = await this.stores.challenges.failed(job.challengeId, 'interrupted', false);
    return closed ? this.#fail(job, 'interrupted', false) : { outcome: 'not_mine', reason: 'gone' };
  }

  #fail(job: ClaimedJob, because: 'late' | 'interrupted', surelyNoCall: boolean): Placing {
    this.#note(job, failed(because, surelyNoCall));
    return { outcome: 'failed', reason: because };
  }

  #note(job: ClaimedJob, outcome: Outcome): void {
    const sub = accountOf(job.challengeId) ?? '';
    const { login, correlation: correlationId } = job;
    const common = { at: this.clock.now(), sub, login, correlationId, method: 'flashCall' as const };
    for (const { procedure: name, because: reason, hint } of outcome.passedOver) {
      this.audit.record({ ...common, type: 'provider_passed_over', details: { name, reason, hint } });
    }
    if (outcome.kind === 'failed') return this.audit.record({ ...common, type: 'call_failed', details: detailsOf(outcome) });
    const { dialMs, placement } = outcome;
    this.audit.record({ ...common, type: 'call_placed', details: { name: placement.call.procedure, dialMs } });
  }
}

function detailsOf({ because, hint, surelyNoCall }: Failed): {
  reason: string;
  paidBack: boolean;
  hint?: string;
} {
  return { reason: because, paidBack: surelyNoCall, ...(hint === '' ? {} : { hint }) };
}

type Failure = Extract<CallOutcome, { kind: 'failed' }>;
/** Ours included: what befalls a call before, or without, a provider. */
type Ended = Failure['because'] | 'late' | 'interrupted' | 'not_queued' | 'number_changed';
type Failed = Omit<Failure, 'because'> & { readonly because: Ended };
type Outcome = Failed | { readonly kind: 'placed'; readonly placement: Placement; readonly dialMs: number; readonly passedOver: readonly PassedOver[] };

function failed(because: Ended, surelyNoCall: boolean, hint = ''): Failed {
  return { kind: 'failed', because, surelyNoCall, hint, passedOver: [] };
}
