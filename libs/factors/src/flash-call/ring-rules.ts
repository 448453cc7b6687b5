import type { Step } from './call-rules.ts';
import type { Ring } from './ring.ts';
import type { Standing } from './standing.ts';

/** `login` is the one that asked for the call. */
export type RingVerdict = { readonly kind: 'moved'; readonly login: string } | { readonly kind: 'ignored' };

/**
 * What the phone does is shown while somebody may be looking: from the dialler's start to the end of the code. Reports overtake
 * one another, so a phone that was busy, answered or out of reach does not ring again.
 */
export function ring(before: Standing, id: string, now: Ring): Step<RingVerdict> {
  const { challenge } = before;
  const ignored: Step<RingVerdict> = { standing: before, verdict: { kind: 'ignored' } };
  if (challenge?.id !== id) return ignored;
  if (challenge.state !== 'dialling' && challenge.state !== 'awaiting') return ignored;
  if (challenge.ring === now || (now === 'ringing' && challenge.ring !== undefined)) return ignored;
  return { standing: { ...before, challenge: { ...challenge, ring: now } }, verdict: { kind: 'moved', login: challenge.login } };
}
