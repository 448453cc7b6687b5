import type { Behaviour } from './behaviour.ts';

/**
 *   ringing ─▶ answered ─▶ ended
 *      ├─────▶ rejected
 *      └─────▶ missed              hung up by the caller, or nobody came for `ringMs`
 *   busy, failed                   never rang: the line was engaged, the provider did not dial
 */
export type CallState = 'ringing' | 'answered' | 'rejected' | 'missed' | 'ended' | 'busy' | 'failed';

export interface Call {
  readonly id: string;
  /** The request's own `id`, as the client sent it. */
  readonly requestId: string;
  /** E.164. */
  readonly to: string;
  /** What the phone shows, E.164; null if nothing was dialled. */
  readonly from: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly state: CallState;
  readonly behaviour: Behaviour;
}

export const ringMs = 25_000;

export const deeds = ['answer', 'reject', 'hangup'] as const;
export type Deed = (typeof deeds)[number];

const moves: { readonly [D in Deed]: { readonly [S in CallState]?: CallState } } = {
  answer: { ringing: 'answered' },
  reject: { ringing: 'rejected' },
  hangup: { ringing: 'missed', answered: 'ended' },
};

/** The call after the deed; undefined if that can't be done to it now. */
export function moved(call: Call, deed: Deed): Call | undefined {
  const state = moves[deed][call.state];
  return state === undefined ? undefined : { ...call, state };
}

/** The call as it is at this moment: nobody lets a phone ring for ever. */
export function asOf(call: Call, now: number): Call {
  return call.state === 'ringing' && now - call.at >= ringMs ? { ...call, state: 'missed' } : call;
}
