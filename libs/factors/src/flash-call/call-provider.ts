import type { Ending } from './challenge.ts';

export interface CallOrder {
  /** E.164 */
  readonly phoneNumber: string;
  readonly codeLength: number;
  /** The challenge's id: lets a provider that can recognise a repeated request. */
  readonly requestId: string;
  readonly correlation: string;
  /** Of the person who pressed; empty when it isn't known. */
  readonly address: string;
  /** Language of the person's pages. */
  readonly locale: string;
}

/** A call that was made, as far as its provider has to be told about it again. */
export interface PlacedCall {
  /** The procedure that made it. */
  readonly procedure: string;
  /** What that procedure wants to know about this call later (the provider's name for it): sealed, so it can rest anywhere. */
  readonly memo: string;
  readonly canHangUp: boolean;
}

/** Who knows the code: the phone's display, from the caller's number, or only the provider, who is asked about each entry. */
export type Proof = { readonly kind: 'caller_number'; readonly callerNumber: string } | { readonly kind: 'provider' };

export type CallOutcome =
  | { readonly kind: 'placed'; readonly proof: Proof; readonly call: PlacedCall }
  | {
      readonly kind: 'failed';
      readonly because: Extract<Ending, 'provider_refused' | 'provider_unavailable' | 'provider_failed' | 'code_too_short'>;
      /** R13: the provider surely made no call. In doubt it did. */
      readonly surelyNoCall: boolean;
      /** For the administrator's journal; holds no number and no answer of the provider. */
      readonly hint: string;
    };

export interface CheckOrder {
  readonly requestId: string;
  readonly phoneNumber: string;
  /** What the person typed: digits. */
  readonly typed: string;
  readonly call: PlacedCall;
  readonly correlation: string;
}

/** Who makes calls. Never throws: whatever goes wrong is an outcome. */
export abstract class CallProvider {
  abstract call(order: CallOrder): Promise<CallOutcome>;
  /** Asks the provider that keeps the code to itself. `unanswered` fails closed: the entry stays paid and was not right. */
  abstract check(order: CheckOrder): Promise<'right' | 'wrong' | 'unanswered'>;
  /** Ends the ringing, if it still rings. What comes of it changes nothing. */
  abstract hangUp(call: PlacedCall, correlation: string): Promise<void>;
}
