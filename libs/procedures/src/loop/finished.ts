import type { EgressFaultCode } from '../egress.ts';
import type { JsonObject } from '../json.ts';
import type { RunFault } from '../sandbox.ts';

/** Why a procedure did not get to its `Ok`. */
export type LoopFault =
  | RunFault
  | EgressFaultCode
  | 'said_so' // `HttpLoop.error` or `HttpLoop.refused`
  | 'too_many_rounds'
  | 'out_of_time'
  | 'no_requests_here'; // an entry point that may not ask anybody did

export type Finished =
  | {
      readonly kind: 'ok';
      readonly value: JsonObject;
      /** R13: what `Ok` holds may turn out to be unfit, and then it matters. */
      readonly surelyNoCall: boolean;
      readonly status: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly fault: LoopFault;
      /** With `said_so` the procedure's own code; otherwise that of the fault. */
      readonly code: string;
      /** For the administrator. May hold what the provider said: shown only after masking. */
      readonly message: string;
      readonly details: Readonly<Record<string, string>>;
      /** R13: no request that could ring a phone can have reached the provider, or the provider said that it rang none. */
      readonly surelyNoCall: boolean;
      /** The status of the last answer, if there was one. */
      readonly status: number | undefined;
      readonly line?: number;
      readonly column?: number;
    };
