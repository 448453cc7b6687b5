import { close, lift, type Step } from './call-rules.ts';
import type { Challenge, Ending } from './challenge.ts';
import type { CallLimits } from './limits.ts';
import { completedOf, type CompletedCall } from './made-call.ts';
import type { Standing } from './standing.ts';

export interface EntryCommand {
  readonly login: string;
  readonly live: boolean;
  /** The challenge that the browser was asked with. */
  readonly id: string;
  readonly digest: string;
  readonly now: number;
}

/** `wrong` was looked at and paid for; all others but `right` cost nothing. */
export const entryVerdicts = ['right', 'wrong', 'blocked', 'unknown', 'superseded', 'used', 'not_placed', 'closed'] as const;

export interface EntryVerdict {
  readonly kind: (typeof entryVerdicts)[number];
  readonly triesLeft: number;
  readonly budgetLeft: number;
  /** When the block ends; 0 without one. */
  readonly blockedUntil: number;
  /** The block begins with this very entry: of any number of them one says so. */
  readonly blockBegins: boolean;
  /** With `right`: of which call, unless an older version made it. */
  readonly completed?: CompletedCall;
  /** With `closed`: why. */
  readonly because?: Ending;
}

/** R5 R7 R8 R9 R11 R12: pays for one entry, then looks at it, and uses the code up if it is right. */
export function enter(before: Standing, command: EntryCommand, limits: CallLimits): Step<EntryVerdict> {
  const standing = lift(before, command.now);
  const { challenge } = standing;
  const refuse = (kind: EntryVerdict['kind']): Step<EntryVerdict> => ({
    standing,
    verdict: answer(kind, standing, limits),
  });
  if (!command.live) return { ...refuse('unknown'), standing: before };
  if (standing.blockedUntil > 0) return refuse('blocked');
  if (challenge?.login !== command.login) return refuse('unknown');
  if (challenge.id !== command.id) return refuse('superseded');
  switch (challenge.state) {
    case 'queued':
    case 'dialling':
      return refuse('not_placed');
    case 'confirmed':
      return refuse('used');
    case 'closed':
      return refuse('closed');
    case 'awaiting':
      return look(standing, challenge, command, limits);
  }
}

type Awaiting = Extract<Challenge, { state: 'awaiting' }>;

function look(standing: Standing, challenge: Awaiting, command: EntryCommand, limits: CallLimits): Step<EntryVerdict> {
  if (command.now >= challenge.expiresAt) {
    const expired = close(standing, 'expired');
    return { standing: expired, verdict: answer('closed', expired, limits) };
  }
  if (standing.spent >= limits.total) {
    // The administrator made the budget smaller meanwhile: it is spent, whatever it held when the call was paid for.
    const blocked = close({ ...standing, blockedUntil: command.now + limits.blockMs }, 'burned');
    return { standing: blocked, verdict: { ...answer('blocked', blocked, limits), blockBegins: true } };
  }
  const triesLeft = challenge.triesLeft - 1;
  const spent = standing.spent + 1;
  if (command.digest === challenge.digest) {
    const { id, login, made } = challenge;
    const confirmed: Challenge = { id, login, state: 'confirmed', ...(made === undefined ? {} : { made }) };
    const after: Standing = { ...standing, challenge: confirmed, spent: 0 };
    const completed = made === undefined ? {} : { completed: completedOf(made) };
    return { standing: after, verdict: { ...answer('right', after, limits), ...completed } };
  }
  const blockedUntil = spent >= limits.total ? command.now + limits.blockMs : 0;
  const paid: Standing = { ...standing, challenge: { ...challenge, triesLeft }, spent, blockedUntil };
  const after = triesLeft === 0 || blockedUntil > 0 ? close(paid, 'burned') : paid;
  return { standing: after, verdict: answer('wrong', after, limits) };
}

function answer(kind: EntryVerdict['kind'], standing: Standing, limits: CallLimits): EntryVerdict {
  // Who did not ask learns nothing, not even how much is left.
  if (kind === 'unknown') return { kind, triesLeft: 0, budgetLeft: 0, blockedUntil: 0, blockBegins: false };
  const { challenge } = standing;
  return {
    kind,
    triesLeft: kind === 'wrong' && challenge?.state === 'awaiting' ? challenge.triesLeft : 0,
    budgetLeft: Math.max(0, limits.total - standing.spent),
    blockedUntil: standing.blockedUntil,
    blockBegins: kind === 'wrong' && standing.blockedUntil > 0,
    ...(kind === 'closed' && challenge?.state === 'closed' ? { because: challenge.because } : {}),
  };
}
