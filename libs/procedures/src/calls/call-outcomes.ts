import type { CallOutcome, PassedOver } from '@blitz/factors';
import type { Finished } from '../loop/finished.ts';
import { hintOf } from '../loop/hint-of.ts';
import type { Runnable } from '../store/live-procedures.ts';

export type FailedRun = Extract<Finished, { kind: 'failed' }>;

/** What became of one provider's attempt. */
export type Attempt = Placed | FailedAttempt;
type Placed = Omit<Extract<CallOutcome, { kind: 'placed' }>, 'passedOver'>;
export type FailedAttempt = Omit<Extract<CallOutcome, { kind: 'failed' }>, 'passedOver'>;

export function failureOf(runnable: Runnable, run: FailedRun): FailedAttempt {
  const { surelyNoCall, fault } = run;
  const because = !surelyNoCall ? 'provider_failed' : fault === 'said_so' ? 'provider_refused' : 'provider_unavailable';
  return { kind: 'failed', because, surelyNoCall, hint: hintOf(runnable, run) };
}

/** Nobody was asked. */
export function unavailable(hint: string): FailedAttempt {
  return { kind: 'failed', because: 'provider_unavailable', surelyNoCall: true, hint };
}

/** A hint about a procedure that did not run. */
export function hintAt(key: string, message: string): string {
  return hintOf({ procedure: { key }, secrets: {} }, { message });
}

/** @param resting those that serve the number and are left alone */
export function nobodyAsked(resting: readonly string[]): FailedAttempt {
  const hint = hintAt(resting.join(', '), 'the provider fails and is left alone for a while');
  return unavailable(resting.length === 0 ? 'no provider serves this number' : hint);
}

/** A press as it ends: everybody who was asked before, and in vain. */
export function ended(attempt: Attempt, failures: ReadonlyMap<string, FailedAttempt>): CallOutcome {
  const passedOver = [...failures].map(([procedure, { because, hint }]): PassedOver => ({ procedure, because, hint }));
  return { ...attempt, passedOver };
}
