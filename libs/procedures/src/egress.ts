import type { ProviderResponse, WantedRequest } from './sandbox.ts';

/** Where a procedure may send requests to. */
export interface EgressRules {
  /** Exact host names, lower case, in the form of the URL standard; with a port when it is not the scheme's own. */
  readonly hosts: readonly string[];
}

/**
 * Why there is no answer. `neverSent`: the request surely did not reach the provider, so it made no call. For the
 * administrator: `message` says what was wrong, without anything of the request but its host.
 */
export interface EgressFault {
  readonly kind: 'fault';
  readonly fault: EgressFaultCode;
  readonly neverSent: boolean;
  readonly message: string;
}

export const egressFaultCodes = [
  'url_invalid',
  'scheme_refused',
  'host_refused', // not in the procedure's list
  'address_refused', // private, loopback, link-local, metadata …
  'method_refused',
  'header_refused',
  'request_too_large',
  'name_unknown', // DNS has no such host
  'unreachable', // no connection: nothing was sent
  'tls_failed',
  'timeout',
  'broken_off', // the connection ended before the answer did
  'response_too_large',
  'response_unreadable', // an encoding or an alphabet that we don't read
] as const;
export type EgressFaultCode = (typeof egressFaultCodes)[number];

export type EgressAnswer = { readonly kind: 'response'; readonly response: ProviderResponse } | EgressFault;

export interface Sending {
  readonly request: WantedRequest;
  readonly rules: EgressRules;
  /** What is left of the call's time. */
  readonly timeoutMs: number;
  /** Follows the call through the provider's logs; empty for none. */
  readonly correlation: string;
}

/** The one way out to providers. Never throws. */
export abstract class Egress {
  abstract send(sending: Sending): Promise<EgressAnswer>;
}
