import { CallProvider, type CallLedger, type CallOrder, type CallOutcome, type CheckOrder, type PlacedCall, type Route } from '@blitz/factors';
import type { Clock, Sealer } from '@blitz/kernel';
import { countryOf } from '@blitz/accounts';
import type { JsonObject } from '../json.ts';
import type { Finished } from '../loop/finished.ts';
import { hintOf } from '../loop/hint-of.ts';
import type { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { LiveProcedures, Runnable } from '../store/live-procedures.ts';
import { serves } from '../store/plan.ts';
import type { Breakers } from './breakers.ts';
import type { CallbackTokens } from './callback-tokens.ts';
import { firstWords, withoutAccount } from './first-words.ts';
import { isBroken } from './is-broken.ts';
import { openMemo, sealMemo, type Memo } from './memo.ts';
import { readOk } from './read-ok.ts';

/** All providers of one press together: a person does not wait longer, and the challenge is not taken for lost before. */
export const wholeCallMs = 60_000;
/** The person looks at the page meanwhile. */
const checkMs = 15_000;
const hangUpMs = 10_000;

export interface CallParts {
  readonly loop: ProcedureLoop;
  readonly breakers: Breakers;
  readonly ledger: CallLedger;
  readonly callbacks: CallbackTokens;
  readonly routeOf: (procedure: string, phoneNumber: string) => Route;
}

type Failed = Extract<CallOutcome, { kind: 'failed' }>;

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
    let last = unavailable('no provider serves this number');
    try {
      for (const runnable of await this.#candidates(order.phoneNumber)) {
        const outcome = await this.#try(runnable, order, deadline);
        if (outcome === 'resting') last = unavailable('the provider fails and is left alone for a while');
        else if (outcome.kind === 'placed' || !outcome.surelyNoCall) return outcome;
        else last = outcome;
      }
      return last;
    } catch {
      // Before anybody was asked: procedures, or their secrets, could not be read.
      return unavailable('the procedures can not be read');
    }
  }

  async check({ requestId, phoneNumber, typed, call, correlation }: CheckOrder): Promise<'right' | 'wrong' | 'unanswered'> {
    // What was sealed for one challenge is no proof in another (security 22).
    const words = (memo: Memo): JsonObject | undefined => (memo.requestId === requestId ? { phone_number: phoneNumber, typed } : undefined);
    const finished = await this.#again('check', call, words, checkMs, correlation);
    if (finished?.kind !== 'ok') return 'unanswered';
    const { right } = finished.value;
    return right === true ? 'right' : right === false ? 'wrong' : 'unanswered';
  }

  async hangUp(call: PlacedCall, correlation: string): Promise<void> {
    await this.#again('hangUp', call, () => ({}), hangUpMs, correlation);
  }

  async #candidates(phoneNumber: string): Promise<Runnable[]> {
    const { plan, procedures, secrets } = await this.live.current();
    const country = countryOf(phoneNumber);
    const wanted = plan
      .filter((entry) => serves(entry, phoneNumber, country))
      .flatMap(({ procedure }) => procedures.filter(({ key }) => key === procedure));
    const ready = wanted.flatMap((procedure) => {
      try {
        return [this.live.runnable(procedure, secrets)];
      } catch {
        // A secret that no key opens, or that is not kept for its hosts: the other procedures need not suffer for it, and the statistics tell whose it is.
        const route = this.parts.routeOf(procedure.key, phoneNumber);
        this.parts.ledger.offered(route);
        this.parts.ledger.failed(route, 'provider_failed', hintOf(procedure, { message: 'a secret can not be opened, or not be used here' }));
        return [];
      }
    });
    if (ready.length === 0 && wanted.length > 0) throw new RangeError('no secret can be opened');
    return ready;
  }

  async #try(runnable: Runnable, order: CallOrder, deadline: number): Promise<CallOutcome | 'resting'> {
    const { breakers, ledger, routeOf } = this.parts;
    const { key } = runnable.procedure;
    // A breaker that can't be asked stops no call.
    if (!(await breakers.mayTry(key, this.clock.now()).catch(() => true))) return 'resting';
    const route = routeOf(key, order.phoneNumber);
    ledger.offered(route);
    const outcome = await this.#dial(runnable, order, deadline);
    if (outcome.kind === 'placed') ledger.placed(route);
    else ledger.failed(route, outcome.because, outcome.hint);
    return outcome;
  }

  async #dial(runnable: Runnable, order: CallOrder, deadline: number): Promise<CallOutcome> {
    const { procedure } = runnable;
    const { requestId, correlation } = order;
    const callback = { challengeId: requestId, procedure: procedure.key, version: procedure.version };
    const obj = firstWords(order, procedure.entryPoints.includes('status') ? this.parts.callbacks.address(callback) : '');
    const finished = await this.parts.loop.execute({ runnable, entryPoint: 'run', obj, deadline, correlation });
    await this.#judge(procedure.key, finished).catch(() => undefined);
    if (finished.kind === 'failed') return failure(runnable, finished);
    const ok = readOk(finished.value, procedure.entryPoints);
    if ('unfit' in ok) {
      return { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: hintOf(procedure, { message: ok.unfit }) };
    }
    const memo = sealMemo(this.sealer, { requestId, version: procedure.version, call: ok.call });
    const canHangUp = procedure.entryPoints.includes('hangUp') && Object.keys(ok.call).length > 0;
    return { kind: 'placed', proof: ok.proof, call: { procedure: procedure.key, memo, canHangUp } };
  }

  async #judge(key: string, finished: Finished): Promise<void> {
    const { breakers } = this.parts;
    if (finished.kind === 'ok') await breakers.worked(key);
    else if (isBroken(finished)) await breakers.failed(key, this.clock.now());
  }

  /** Asks the very version that made the call. @returns undefined when that can't be asked any more */
  async #again(
    entryPoint: 'check' | 'hangUp',
    { procedure, memo: sealed }: PlacedCall,
    wordsOf: (memo: Memo) => JsonObject | undefined,
    timeMs: number,
    correlation: string,
  ): Promise<Finished | undefined> {
    try {
      const memo = openMemo(this.sealer, sealed);
      const words = wordsOf(memo);
      const runnable = await this.live.find(procedure, memo.version);
      if (words === undefined || runnable?.program.entryPoints.includes(entryPoint) !== true) return undefined;
      const deadline = this.clock.now() + timeMs;
      const obj = { ...words, request_id: withoutAccount(memo.requestId), call: memo.call };
      return await this.parts.loop.execute({ runnable, entryPoint, obj, deadline, correlation });
    } catch {
      return undefined;
    }
  }
}

function failure({ procedure }: Runnable, finished: Extract<Finished, { kind: 'failed' }>): Failed {
  const { surelyNoCall } = finished;
  const because = !surelyNoCall ? 'provider_failed' : finished.fault === 'said_so' ? 'provider_refused' : 'provider_unavailable';
  return { kind: 'failed', because, surelyNoCall, hint: hintOf(procedure, finished) };
}

/** Nobody was asked. */
function unavailable(hint: string): Failed {
  return { kind: 'failed', because: 'provider_unavailable', surelyNoCall: true, hint };
}
