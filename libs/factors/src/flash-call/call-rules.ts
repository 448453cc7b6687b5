import type { Challenge, Ending, Verification } from './challenge.ts';
import { diallingMs, queueMs, type CallLimits } from './limits.ts';
import type { MadeCall } from './made-call.ts';
import type { Standing } from './standing.ts';

/*
 * The rules of the incoming call as pure functions: the specification. The scripts in Redis say the same a second time,
 * atomically; a property test gives both the same commands and wants the same answers.
 */

export interface CallCommand {
  readonly login: string;
  /** R1: the login stands and its first factor was right. */
  readonly live: boolean;
  /** The name that the challenge will have. */
  readonly id: string;
  /** Which press this is; a number that was used already asks for nothing (R3). */
  readonly press: number;
  /** Of whoever pressed, for the provider; empty when it isn't known. */
  readonly address: string;
  readonly locale: string;
  readonly now: number;
}

export type CallVerdict =
  | { readonly kind: 'called'; readonly budgetLeft: number }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'waiting'; readonly until: number }
  /** `begins`: with this very press, so of any number of them one says so. */
  | { readonly kind: 'blocked'; readonly until: number; readonly begins: boolean }
  | { readonly kind: 'unknown' };

export interface Step<Verdict> {
  readonly standing: Standing;
  readonly verdict: Verdict;
}

/** R1 R2 R3 R8 R9 R10 R11 R13 R16: pays for a call and opens its challenge, or says why not. */
export function call(before: Standing, command: CallCommand, limits: CallLimits): Step<CallVerdict> {
  const { now } = command;
  const standing = settle(before, now);
  if (!command.live) return { standing: before, verdict: { kind: 'unknown' } };
  const until = standing.blockedUntil;
  if (until > now) return { standing, verdict: { kind: 'blocked', until, begins: false } };
  if (command.press !== standing.presses + 1) return { standing, verdict: { kind: 'repeated' } };
  const callAt = Math.max(standing.nextCallAt, outstandingUntil(standing.challenge));
  if (callAt > now) return { standing, verdict: { kind: 'waiting', until: callAt } };
  return standing.spent + 2 > limits.total ? block(standing, now, limits) : pay(standing, command, limits);
}

function block(before: Standing, now: number, limits: CallLimits): Step<CallVerdict> {
  const blockedUntil = now + limits.blockMs;
  const challenge = closeIfAwaiting(before.challenge, 'burned');
  const standing = { ...before, challenge, blockedUntil };
  return { standing, verdict: { kind: 'blocked', until: blockedUntil, begins: true } };
}

function pay(before: Standing, { id, login, now, address, locale }: CallCommand, limits: CallLimits): Step<CallVerdict> {
  const standing: Standing = {
    challenge: { id, login, state: 'queued', since: now, address, locale },
    presses: before.presses + 1,
    nextCallAt: now + limits.delayMs,
    spent: before.spent + 1,
    blockedUntil: 0,
  };
  return { standing, verdict: { kind: 'called', budgetLeft: limits.total - standing.spent } };
}

/** `login` is the one that asked for the call. */
export type ClaimVerdict =
  | { readonly kind: 'claimed'; readonly login: string; readonly address: string; readonly locale: string }
  | { readonly kind: 'late'; readonly login: string }
  | { readonly kind: 'taken'; readonly login: string }
  | { readonly kind: 'gone' };

/** R3 R17: the right to dial, given once. */
export function claim(before: Standing, id: string, now: number): Step<ClaimVerdict> {
  const { challenge } = before;
  if (challenge?.id !== id) return { standing: before, verdict: { kind: 'gone' } };
  const { login, state } = challenge;
  if (state === 'dialling') return { standing: before, verdict: { kind: 'taken', login } };
  if (state !== 'queued') return { standing: before, verdict: { kind: 'gone' } };
  if (now - challenge.since > queueMs) return { standing: payBack(close(before, 'late')), verdict: { kind: 'late', login } };
  const { address, locale } = challenge;
  const dialling: Challenge = { id, login, state: 'dialling', since: now };
  return { standing: { ...before, challenge: dialling }, verdict: { kind: 'claimed', login, address, locale } };
}

/** A call that was made, and how its entries will be judged. */
export type Placement = Omit<MadeCall, 'placedAt'> & Verification;

/** R4 R5: the phone was rung; from now on the code counts. False when nobody waits for this call any more. */
export function placed(before: Standing, id: string, placement: Placement, now: number, limits: CallLimits): Step<boolean> {
  const { challenge } = before;
  if (challenge?.id !== id || challenge.state !== 'dialling') return { standing: before, verdict: false };
  const { call, route, ...verification } = placement;
  const awaiting: Challenge = {
    id,
    login: challenge.login,
    state: 'awaiting',
    ...verification,
    triesLeft: limits.tries,
    expiresAt: now + limits.validityMs,
    made: { call, route, placedAt: now },
    ...(challenge.ring === undefined ? {} : { ring: challenge.ring }),
  };
  return { standing: { ...before, challenge: awaiting }, verdict: true };
}

/** R13: no code came of this call; paid back only when it surely was not made. */
export function failed(before: Standing, id: string, because: Ending, surelyNoCall: boolean): Step<boolean> {
  const { challenge } = before;
  if (challenge?.id !== id) return { standing: before, verdict: false };
  if (challenge.state !== 'dialling' && challenge.state !== 'queued') return { standing: before, verdict: false };
  const closed = close(before, because);
  return { standing: surelyNoCall ? payBack(closed) : closed, verdict: true };
}

/** What time alone changes: stale jobs are paid back (R17), silent diallers given up, ended blocks lifted (R8). */
export function settle(standing: Standing, now: number): Standing {
  return lift(giveUp(standing, now), now);
}

/** R8: a block that is over starts a new budget. */
export function lift(standing: Standing, now: number): Standing {
  const over = standing.blockedUntil > 0 && standing.blockedUntil <= now;
  return over ? { ...standing, spent: 0, blockedUntil: 0 } : standing;
}

function giveUp(standing: Standing, now: number): Standing {
  const { challenge } = standing;
  if (challenge?.state === 'queued' && now - challenge.since > queueMs) return payBack(close(standing, 'late'));
  if (challenge?.state === 'dialling' && now - challenge.since > diallingMs) return close(standing, 'interrupted');
  return standing;
}

/** R3: while a call may still be made, there is no other; the moment at which it is given up. */
export function outstandingUntil(challenge: Challenge | undefined): number {
  if (challenge?.state === 'queued') return challenge.since + queueMs + 1;
  if (challenge?.state === 'dialling') return challenge.since + diallingMs + 1;
  return 0;
}

export function close(standing: Standing, because: Ending): Standing {
  const { challenge } = standing;
  if (challenge === undefined) return standing;
  return { ...standing, challenge: { id: challenge.id, login: challenge.login, state: 'closed', because } };
}

function closeIfAwaiting(challenge: Challenge | undefined, because: Ending): Challenge | undefined {
  return challenge?.state === 'awaiting'
    ? { id: challenge.id, login: challenge.login, state: 'closed', because }
    : challenge;
}

function payBack(standing: Standing): Standing {
  return { ...standing, spent: Math.max(0, standing.spent - 1) };
}
