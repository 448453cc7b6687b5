import type { Call } from '../telephone/call.ts';
import type { Calls } from '../telephone/calls.ts';
import type { Heard } from './heard.ts';

export interface Said {
  readonly status: number;
  readonly body: object;
}

/** What a request asks for, once it is understood. */
export interface Wanted {
  /** E.164. */
  readonly to: string;
  /** The client's own name of the request; empty if the protocol has none. */
  readonly requestId: string;
  /** Digits that the caller's number should end in. */
  readonly ending?: string;
  /** The caller's number, E.164, for providers that are told it. */
  readonly from?: string;
  readonly callbackUrl?: string;
  /** Only looked at: nobody is called. */
  readonly dryRun?: boolean;
}

/** A call that was placed, with the number that the phone shows (E.164). */
export interface Dialled {
  readonly id: string;
  readonly requestId: string;
  readonly from: string;
}

/** Another request of the same provider: an entry to verify, a call to end. */
export interface Sideline {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly answer: (heard: Heard, calls: Calls) => Said;
  /** Which call it is about: a provider that misbehaves for a phone does so here, too. */
  readonly about?: (heard: Heard) => string;
}

/**
 * A provider's protocol, spoken below `/dialects/<id>` under the paths that it has after its host. What is proved and checked is
 * what the real one proves and checks, as far as its documentation tells. Every secret is the simulator's token; only Sinch's is the
 * token in base64, because that is how it is used.
 */
export interface Dialect {
  readonly id: string;
  /** Of the request that makes a call: always a POST. */
  readonly path: string;
  readonly knows: (heard: Heard, token: string) => boolean;
  /** @returns undefined if something is missing or wrong */
  readonly read: (heard: Heard) => Wanted | undefined;
  readonly placed: (call: Dialled) => Said;
  /** Where in that answer stands what nobody can do without; `items.0.code` is a path. */
  readonly needed: string;
  /** Where in that answer the caller's number or its last digits stand, if they do. */
  readonly digits?: string;
  readonly stranger: Said;
  readonly unreadable: Said;
  readonly refusal: Said;
  /** To a request whose id was heard before. Without it the provider calls as often as it is asked. */
  readonly repeated?: (call: Dialled) => Said;
  readonly afterDryRun?: Said;
  readonly sidelines?: readonly Sideline[];
  /** What it sends to the callback address when the call is in this state; undefined: nothing. */
  readonly tells?: (call: Call) => object | undefined;
}
