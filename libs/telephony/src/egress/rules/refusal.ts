import type { EgressFault, EgressFaultCode } from '@blitz/procedures';

/** A request that we did not send: surely no call was made. */
export function refusal(fault: EgressFaultCode, message: string): EgressFault {
  return { kind: 'fault', fault, neverSent: true, message };
}
