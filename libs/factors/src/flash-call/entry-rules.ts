import { openEntries } from './checks/asked-entries.ts';
import { close, lift, type Step } from './call-rules.ts';
import type { Challenge, Ending } from './challenge.ts';
import { checkMs, type CallLimits } from './limits.ts';
import { completedOf, type CompletedCall } from './made-call.ts';
import type { Standing } from './standing.ts';

export interface EntryCommand {
  readonly login: string;
  readonly live: boolean;
  /** The challenge that the browser was asked with. */
  readonly id: string;
  /** The entry's own name: its provider is asked about it, and answers, under this. */
  readonly entry: string;
  readonly digest: string;
  readonly now: number;
}

/** `wrong` and `not_confirmed` (the provider did not answer) were paid for; all others but `right` cost nothing. */
export const entryVerdicts = [
  'right',
  'wrong',
  'not_confirmed',
  'blocked',
  'unknown',
  'superseded',
  'used',
  'not_placed',
  'closed',
  'in_check', // the tries or the time are over, but an earlier entry may still turn out right
] as const;

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

/** Paid for; only the provider knows whether it is right, and is to be asked. */
export interface AskingVerdict {
  readonly kind: 'asking';
}

/** R5 R7 R8 R9 R11 R12: pays for one entry, then looks at it, and uses the code up if it is right. */
export function enter(before: Standing, command: EntryCommand, limits: CallLimits): Step<EntryVerdict | AskingVerdict> {
  const standing = lift(before, command.now);
  const refusal = refusalOf(standing, command);
  if (!command.live) return { standing: before, verdict: answerOf('unknown', standing, limits) };
  const { challenge } = standing;
  return refusal === undefined && challenge?.state === 'awaiting'
    ? look(standing, challenge, command, limits)
    : { standing, verdict: answerOf(refusal ?? 'unknown', standing, limits) };
}

/** Why an entry is of no use, whatever it is; undefined when its challenge awaits one. */
export function refusalOf(
  { challenge, blockedUntil }: Standing,
  { login, live, id }: Pick<EntryCommand, 'login' | 'live' | 'id'>,
): EntryVerdict['kind'] | undefined {
  if (!live) return 'unknown';
  if (blockedUntil > 0) return 'blocked';
  if (challenge?.login !== login) return 'unknown';
  if (challenge.id !== id) return 'superseded';
  switch (challenge.state) {
    case 'queued':
    case 'dialling':
      return 'not_placed';
    case 'confirmed':
      return 'used';
    case 'closed':
      return 'closed';
    case 'awaiting':
      return undefined;
  }
}

type Awaiting = Extract<Challenge, { state: 'awaiting' }>;

function look(
  standing: Standing,
  challenge: Awaiting,
  command: EntryCommand,
  limits: CallLimits,
): Step<EntryVerdict | AskingVerdict> {
  const late = command.now >= challenge.expiresAt;
  // The administrator may have made the budget smaller meanwhile: it is spent, whatever it held when the call was paid for.
  const spent = standing.spent >= limits.total;
  if (late || spent || challenge.triesLeft <= 0) {
    // Nothing more is paid for; but what is paid for already is not taken away.
    if (openEntries(challenge, command.now).length > 0) return { standing, verdict: answerOf('in_check', standing, limits) };
    return end(standing, { late, spent }, command.now, limits);
  }
  if (challenge.verifiedBy === 'provider') return ask(standing, challenge, command);
  return command.digest === challenge.digest
    ? confirm(standing, challenge, limits)
    : miss(standing, challenge, command, limits);
}

function end(
  standing: Standing,
  { late, spent }: { readonly late: boolean; readonly spent: boolean },
  now: number,
  limits: CallLimits,
): Step<EntryVerdict> {
  if (late || !spent) {
    const closed = close(standing, late ? 'expired' : 'burned');
    return { standing: closed, verdict: answerOf('closed', closed, limits) };
  }
  const blocked = close({ ...standing, blockedUntil: now + limits.blockMs }, 'burned');
  return { standing: blocked, verdict: { ...answerOf('blocked', blocked, limits), blockBegins: true } };
}

function ask(standing: Standing, challenge: Awaiting, { entry, now }: EntryCommand): Step<AskingVerdict> {
  const asked = [...openEntries(challenge, now), { entry, until: now + checkMs }];
  const paid: Awaiting = { ...challenge, triesLeft: challenge.triesLeft - 1, asked };
  return { standing: { ...standing, challenge: paid, spent: standing.spent + 1 }, verdict: { kind: 'asking' } };
}

export function confirm(standing: Standing, { id, login, made }: Awaiting, limits: CallLimits): Step<EntryVerdict> {
  const confirmed: Challenge = { id, login, state: 'confirmed', ...(made === undefined ? {} : { made }) };
  const after: Standing = { ...standing, challenge: confirmed, spent: 0 };
  const completed = made === undefined ? {} : { completed: completedOf(made) };
  return { standing: after, verdict: { ...answerOf('right', after, limits), ...completed } };
}

function miss(before: Standing, challenge: Awaiting, { now }: EntryCommand, limits: CallLimits): Step<EntryVerdict> {
  const triesLeft = challenge.triesLeft - 1;
  const spent = before.spent + 1;
  const blockedUntil = spent >= limits.total ? now + limits.blockMs : 0;
  const paid: Standing = { ...before, challenge: { ...challenge, triesLeft }, spent, blockedUntil };
  const after = triesLeft === 0 || blockedUntil > 0 ? close(paid, 'burned') : paid;
  return { standing: after, verdict: answerOf('wrong', after, limits) };
}

/** Of whom the tries that are left are told: who has just spent one, or waits to hear of one. */
const told: ReadonlySet<EntryVerdict['kind']> = new Set(['wrong', 'not_confirmed', 'in_check']);

export function answerOf(kind: EntryVerdict['kind'], standing: Standing, limits: CallLimits): EntryVerdict {
  // Who did not ask learns nothing, not even how much is left.
  if (kind === 'unknown') return { kind, triesLeft: 0, budgetLeft: 0, blockedUntil: 0, blockBegins: false };
  const { challenge, blockedUntil } = standing;
  return {
    kind,
    triesLeft: told.has(kind) && challenge?.state === 'awaiting' ? challenge.triesLeft : 0,
    budgetLeft: Math.max(0, limits.total - standing.spent),
    blockedUntil,
    blockBegins: (kind === 'wrong' || kind === 'not_confirmed') && blockedUntil > 0,
    ...(kind === 'closed' && challenge?.state === 'closed' ? { because: challenge.because } : {}),
  };
}
