import {
  CallProvider,
  type CallLedger,
  type CallOrder,
  type CallOutcome,
  type CheckOrder,
  type CheckOutcome,
  type HangUpOutcome,
  type PlacedCall,
  type Route,
} from '@blitz/factors';
import type { Clock, Sealer } from '@blitz/kernel';
import { countryOf } from '@blitz/accounts';
import type { Finished } from '../loop/finished.ts';
import type { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { LiveProcedures, Runnable } from '../store/live-procedures.ts';
import { serves } from '../store/plan.ts';
import type { ProcedureSet } from '../store/procedure-store.ts';
import type { Procedure } from '../store/procedure.ts';
import type { AskAgain } from './ask-again.ts';
import type { Leave } from './breakers/breakers.ts';
import type { ProviderHealth } from './breakers/provider-health.ts';
import { ended, failureOf, hintAt, nobodyAsked, unavailable, type Attempt, type FailedAttempt, type FailedRun } from './call-outcomes.ts';
import type { CallbackTokens } from './callback-tokens.ts';
import { firstWords } from './first-words.ts';
import { sealMemo } from './memo.ts';
import { readOk, type FitOk } from './read-ok.ts';

/** All providers of one press together: a person does not wait longer, and the challenge is not taken for lost before. */
export const wholeCallMs = 60_000;
/** The person looks at the page meanwhile. */
const checkMs = 15_000;
const hangUpMs = 10_000;

export interface CallParts {
  readonly loop: ProcedureLoop;
  readonly again: AskAgain;
  readonly health: ProviderHealth;
  readonly ledger: CallLedger;
  readonly callbacks: CallbackTokens;
  readonly routeOf: (procedure: string, phoneNumber: string) => Route;
}

/** One provider's part in a press. */
interface Try {
  readonly order: CallOrder;
  readonly leave: Leave;
  readonly deadline: number;
}

/**
 * Has calls made by the administrator's procedures: the first that serves the number, and the next only after a failure that
 * surely made no call (R3 R13).
 */
export class ProcedureCalls extends CallProvider {
  constructor(
    private readonly live: LiveProcedures,
    private readonly parts: CallParts,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    super();
  }

  async call(order: CallOrder): Promise<CallOutcome> {
    const deadline = this.clock.now() + wholeCallMs;
    const failures = new Map<string, FailedAttempt>();
    const resting: string[] = [];
    const set = await this.live.current().catch(() => undefined);
    if (set === undefined) return ended(unavailable('the procedures can not be read'), failures);
    for (const procedure of candidates(set, order.phoneNumber)) {
      // The time of the press is up: that is no fault of those who come after.
      if (this.clock.now() >= deadline) break;
      const attempt = await this.#try(procedure, set, order, deadline);
      if (attempt === 'resting') resting.push(procedure.key);
      else if (attempt.kind === 'placed' || !attempt.surelyNoCall) return ended(attempt, failures);
      else failures.set(procedure.key, attempt);
    }
    const [key, last] = [...failures].at(-1) ?? ['', nobodyAsked(resting)];
    failures.delete(key);
    return ended(last, failures);
  }

  async check({ requestId, phoneNumber, typed, call, correlation }: CheckOrder): Promise<CheckOutcome> {
    const words = { phone_number: phoneNumber, typed };
    const answer = await this.parts.again.execute({ entryPoint: 'check', call, words, requestId, timeMs: checkMs, correlation });
    const { right } = answer.kind === 'ok' ? answer.value : {};
    if (typeof right === 'boolean') return { verdict: right ? 'right' : 'wrong' };
    const { procedure, destination } = this.parts.routeOf(call.procedure, phoneNumber);
    const hint = answer.kind === 'failed' ? answer.hint : hintAt(procedure, 'right in Ok of check is neither true nor false');
    this.parts.ledger.fault({ procedure, destination }, 'check_unanswered', hint);
    return { verdict: 'unanswered', hint };
  }

  async hangUp(call: PlacedCall, correlation: string): Promise<HangUpOutcome> {
    const answer = await this.parts.again.execute({ entryPoint: 'hangUp', call, words: {}, timeMs: hangUpMs, correlation });
    if (answer.kind === 'ok') return { outcome: 'hung_up' };
    const { hint } = answer;
    this.parts.ledger.fault({ procedure: call.procedure }, 'not_hung_up', hint);
    return { outcome: 'not_hung_up', hint };
  }

  async #try(procedure: Procedure, set: ProcedureSet, order: CallOrder, deadline: number): Promise<Attempt | 'resting'> {
    const { health, ledger, routeOf } = this.parts;
    const { key } = procedure;
    const runnable = this.#runnable(procedure, set);
    // A secret that no key opens, or that is not kept for its hosts: the other procedures need not suffer for it, and no trial is spent on it.
    const leave = runnable === undefined ? 'as_ever' : await health.mayTry(key);
    if (leave === 'not_now') return 'resting';
    const route = routeOf(key, order.phoneNumber);
    ledger.offered(route);
    const attempt =
      runnable === undefined ? unavailable(hintAt(key, 'a secret can not be opened, or not be used here')) : await this.#dial(runnable, { order, leave, deadline });
    if (attempt.kind === 'placed') ledger.placed(route);
    else ledger.failed(route, attempt.because, attempt.hint);
    return attempt;
  }

  async #dial(runnable: Runnable, { order, leave, deadline }: Try): Promise<Attempt> {
    const { callbacks, loop, health } = this.parts;
    const { requestId, correlation } = order;
    const { key, version, entryPoints } = runnable.procedure;
    const callback = { challengeId: requestId, procedure: key, version };
    const obj = firstWords(order, entryPoints.includes('status') ? callbacks.address(callback) : '');
    const finished = await loop.execute({ runnable, entryPoint: 'run', obj, deadline, correlation });
    const ok = fitOk(finished, runnable.procedure);
    await health.judge({ procedure: key, leave, correlation }, ok.kind === 'failed' ? ok : finished);
    if (ok.kind === 'failed') return failureOf(runnable, ok);
    const memo = sealMemo(this.sealer, { requestId, version, call: ok.call });
    const canHangUp = entryPoints.includes('hangUp') && Object.keys(ok.call).length > 0;
    return { kind: 'placed', proof: ok.proof, call: { procedure: key, memo, canHangUp } };
  }

  #runnable(procedure: Procedure, { secrets }: ProcedureSet): Runnable | undefined {
    try {
      return this.live.runnable(procedure, secrets);
    } catch {
      return undefined;
    }
  }
}

/** Who serves the number, in the order of the plan. */
function candidates({ plan, procedures }: ProcedureSet, phoneNumber: string): Procedure[] {
  const country = countryOf(phoneNumber);
  return plan
    .filter((entry) => serves(entry, phoneNumber, country))
    .flatMap(({ procedure }) => procedures.filter(({ key }) => key === procedure));
}

/** An `Ok` that is of no use is a failure like any other. */
function fitOk(finished: Finished, { entryPoints }: Procedure): FailedRun | ({ readonly kind: 'ok' } & FitOk) {
  if (finished.kind === 'failed') return finished;
  const ok = readOk(finished.value, entryPoints);
  if (!('unfit' in ok)) return { kind: 'ok', ...ok };
  const { surelyNoCall, status } = finished;
  return { kind: 'failed', fault: 'no_answer', code: 'no_answer', message: ok.unfit, details: {}, surelyNoCall, status };
}
