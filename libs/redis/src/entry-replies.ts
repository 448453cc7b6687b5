import type { AskingVerdict, CompletedCall, Conclusion, EntryVerdict } from '@blitz/factors';
import { readEnding, readNumbers, readRoute } from './challenge-replies.ts';

/* What the scripts answer about entries, in the domain's words. Anything unexpected throws: a login must not go on a guess (R19). */

const entryKinds = new Map<unknown, EntryVerdict['kind']>([
  [1, 'right'],
  [0, 'wrong'],
  [-1, 'blocked'],
  [-2, 'unknown'],
  [-3, 'superseded'],
  [-4, 'used'],
  [-5, 'not_placed'],
  [-6, 'closed'],
  [-7, 'blocked'],
  [-8, 'in_check'],
  [-9, 'not_confirmed'],
]);

/** The verdict of an entry that its provider has to be asked about. */
const asking = 2;

export function readEntryReply(reply: unknown, total: number): EntryVerdict | AskingVerdict {
  return readNumbers(reply, 4)[0] === asking ? { kind: 'asking' } : readVerdict(reply, total);
}

export function readConclusion(reply: unknown): Conclusion {
  const [first, verdict] = Array.isArray(reply) ? (reply as unknown[]) : [];
  if (typeof verdict !== 'string') throw new TypeError('conclude.lua answered something else');
  return { verdict: readVerdictText(verdict), first: first === 1 };
}

/** As it is kept for whoever waits. */
export function readVerdictText(text: string): EntryVerdict {
  const { reply, total } = JSON.parse(text) as { readonly reply?: unknown; readonly total?: unknown };
  if (typeof total !== 'number') throw new TypeError('a verdict without its budget');
  return readVerdict(reply, total);
}

function readVerdict(reply: unknown, total: number): EntryVerdict {
  const [verdict = 0, triesLeft = 0, spent = 0, blockedUntil = 0] = readNumbers(reply, 4);
  const because = readEnding((reply as unknown[])[4]);
  const kind = entryKinds.get(verdict);
  if (kind === undefined) throw new TypeError('enter.lua answered something else');
  if (kind === 'unknown') return { kind, triesLeft: 0, budgetLeft: 0, blockedUntil: 0, blockBegins: false };
  const budgetLeft = Math.max(0, total - spent);
  const blockBegins = verdict === -7 || ((kind === 'wrong' || kind === 'not_confirmed') && blockedUntil > 0);
  const completed = kind === 'right' ? readCompleted(reply as unknown[]) : undefined;
  return {
    kind,
    triesLeft,
    budgetLeft,
    blockedUntil,
    blockBegins,
    ...(kind === 'closed' && because ? { because } : {}),
    ...(completed === undefined ? {} : { completed }),
  };
}

function readCompleted(reply: readonly unknown[]): CompletedCall | undefined {
  const [route, placedAt, canHangUp] = [readRoute(reply[5]), Number(reply[6]), reply[7] === '1'];
  return route === undefined || !Number.isFinite(placedAt) ? undefined : { route, placedAt, canHangUp };
}
