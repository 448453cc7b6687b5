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

type FailedCall = Extract<Ending, 'provider_refused' | 'provider_unavailable' | 'provider_failed' | 'code_too_short'>;

/** A provider that was asked in this press and surely made no call, so that the next one was asked. */
export interface PassedOver {
  readonly procedure: string;
  readonly because: FailedCall;
  /** As in a failure. */
  readonly hint: string;
}

export type CallOutcome = { readonly passedOver: readonly PassedOver[] } & (
  | { readonly kind: 'placed'; readonly proof: Proof; readonly call: PlacedCall }
  | {
      readonly kind: 'failed';
      readonly because: FailedCall;
      /** R13: the provider surely made no call. In doubt it did. */
      readonly surelyNoCall: boolean;
      /** For the administrator's journal: procedure, line, status, reason. Holds no number and no answer of the provider. */
      readonly hint: string;
    }
);

export interface CheckOrder {
  readonly requestId: string;
  readonly phoneNumber: string;
  /** What the person typed: digits. */
  readonly typed: string;
  readonly call: PlacedCall;
  readonly correlation: string;
}

export type CheckOutcome =
  | { readonly verdict: 'right' | 'wrong' }
  /** Nobody can tell, so it was not right; `hint` as in a failed call. */
  | { readonly verdict: 'unanswered'; readonly hint: string };

export type HangUpOutcome = { readonly outcome: 'hung_up' } | { readonly outcome: 'not_hung_up'; readonly hint: string };

/** Who makes calls. Never throws: whatever goes wrong is an outcome. */
export abstract class CallProvider {
  abstract call(order: CallOrder): Promise<CallOutcome>;
  /** Asks the provider that keeps the code to itself. `unanswered` fails closed: the entry stays paid and was not right. */
  abstract check(order: CheckOrder): Promise<CheckOutcome>;
  /** Ends the ringing, if it still rings. What comes of it is told to the operator and changes nothing. */
  abstract hangUp(call: PlacedCall, correlation: string): Promise<HangUpOutcome>;
}
