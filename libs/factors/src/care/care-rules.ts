import { close, lift, type Step } from '../flash-call/call-rules.ts';
import type { Standing } from '../flash-call/standing.ts';

/** What a budget had come to when it was forgotten. */
export interface ForgottenBudget {
  readonly spent: number;
  /** 0 without a block. */
  readonly blockedUntil: number;
}

/**
 * R8 R9: an administrator gives a whole new budget. A call that is under way goes on, and so does its code: whoever is typing
 * just now loses nothing.
 */
export function unblock(before: Standing, now: number): Step<ForgottenBudget> {
  const { spent, blockedUntil } = lift(before, now);
  return { standing: { ...before, spent: 0, blockedUntil: 0 }, verdict: { spent, blockedUntil } };
}

/**
 * An administrator has the account begin anew: besides the budget its live call is forgotten, so no code helps and nothing that
 * waits is dialled. The presses stay counted (R3), and so does the wait (R16).
 */
export function reset(before: Standing, now: number): Step<ForgottenBudget> {
  const { standing, verdict } = unblock(before, now);
  const state = standing.challenge?.state;
  const over = state === undefined || state === 'confirmed' || state === 'closed';
  return { standing: over ? standing : close(standing, 'reset'), verdict };
}
