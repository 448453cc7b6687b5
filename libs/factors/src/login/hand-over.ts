/**
 * What a right entry leaves under the login's old name. Only the answer to that entry tells the new one, and an answer can be
 * lost: the person reloads, the network fails, the process dies. Gone as soon as the new name was used.
 */
export interface HandOver {
  readonly renewed: string;
  /** The challenge whose code was right. */
  readonly challengeId: string;
  readonly at: number;
}

/** After this the digits are lost: nobody waits longer for a page. */
export const handOverMs = 60_000;

/**
 * First the answer itself has time to arrive, and the browser to use it. Without that, whoever copied all cookies and asks over
 * and over would be faster than the person (security 11).
 */
export const handOverAfterMs = 2_000;

export type HandOverVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'soon'; readonly inMs: number }
  | { readonly kind: 'renewed'; readonly login: string };

/** @param challengeId the challenge that the old ticket names: a ticket from before the call gets nothing */
export function lookAtHandOver(handOver: HandOver | undefined, challengeId: string, now: number): HandOverVerdict {
  if (handOver?.challengeId !== challengeId) return { kind: 'none' };
  const age = now - handOver.at;
  if (age >= handOverMs) return { kind: 'none' };
  if (age < handOverAfterMs) return { kind: 'soon', inMs: Math.min(handOverAfterMs - age, handOverAfterMs) };
  return { kind: 'renewed', login: handOver.renewed };
}
