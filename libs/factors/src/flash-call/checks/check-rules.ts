import { openEntries, type AskedEntry } from './asked-entries.ts';
import { close, lift, type Step } from '../call-rules.ts';
import type { Challenge } from '../challenge.ts';
import { answerOf, confirm, refusalOf, type EntryVerdict } from '../entry-rules.ts';
import type { CallLimits } from '../limits.ts';
import type { Standing } from '../standing.ts';

/** `unanswered`: nobody can tell, so it was not right. */
export type CheckAnswer = 'right' | 'wrong' | 'unanswered';

export interface ConcludeCommand {
  readonly login: string;
  readonly live: boolean;
  readonly id: string;
  /** Which of the entries that are paid for. */
  readonly entry: string;
  readonly answer: CheckAnswer;
  readonly now: number;
}

/**
 * What the provider said about an entry, which was paid for before it was asked (`enter`): R7 R8 R11 R12.
 *
 * The deadline counted when the person typed, so a right answer may come after it. What was paid for is looked at: a wrong
 * entry burns the code and begins the block only when no other one can turn out right any more. An entry that is not open
 * (concluded, lost, or never paid for) changes nothing.
 */
export function conclude(before: Standing, command: ConcludeCommand, limits: CallLimits): Step<EntryVerdict> {
  const standing = lift(before, command.now);
  const refusal = refusalOf(standing, command);
  if (refusal === 'unknown' && !command.live) return { standing: before, verdict: answerOf('unknown', standing, limits) };
  const { challenge } = standing;
  if (refusal !== undefined || challenge?.state !== 'awaiting') {
    return { standing, verdict: answerOf(refusal ?? 'unknown', standing, limits) };
  }
  const open = openEntries(challenge, command.now);
  if (!open.some(({ entry }) => entry === command.entry)) {
    return { standing, verdict: answerOf('not_confirmed', standing, limits) };
  }
  if (command.answer === 'right') return confirm(standing, challenge, limits);
  const rest = open.filter(({ entry }) => entry !== command.entry);
  return miss(standing, challenge, rest, command, limits);
}

type Awaiting = Extract<Challenge, { state: 'awaiting' }>;

function miss(
  standing: Standing,
  challenge: Awaiting,
  rest: readonly AskedEntry[],
  { answer, now }: ConcludeCommand,
  limits: CallLimits,
): Step<EntryVerdict> {
  const spent = standing.spent >= limits.total;
  const over = rest.length === 0 && (challenge.triesLeft <= 0 || spent);
  const { asked: _, ...others } = challenge;
  const left: Awaiting = rest.length === 0 ? others : { ...others, asked: rest };
  const paid: Standing = { ...standing, challenge: left, blockedUntil: over && spent ? now + limits.blockMs : 0 };
  const after = over ? close(paid, 'burned') : paid;
  return { standing: after, verdict: answerOf(answer === 'wrong' ? 'wrong' : 'not_confirmed', after, limits) };
}
