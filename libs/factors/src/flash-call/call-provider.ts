import type { Ending } from './challenge.ts';

export interface CallOrder {
  /** E.164 */
  readonly phoneNumber: string;
  readonly codeLength: number;
  /** The challenge's id: lets a provider that can recognise a repeated request. */
  readonly requestId: string;
  readonly correlation: string;
}

export type CallOutcome =
  | { readonly kind: 'placed'; readonly callerNumber: string }
  | {
      readonly kind: 'failed';
      readonly because: Extract<Ending, 'provider_refused' | 'provider_failed' | 'code_too_short'>;
      /** R13: the provider surely made no call. In doubt it did. */
      readonly surelyNoCall: boolean;
      /** For the administrator's journal; holds no number and no answer of the provider. */
      readonly hint: string;
    };

/** Who makes calls. Never throws: whatever goes wrong is an outcome. */
export abstract class CallProvider {
  abstract call(order: CallOrder): Promise<CallOutcome>;
}
