import type { LookupAddress } from 'node:dns';

/** Asks for the addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** What an operator may open. Nothing is open by itself: https to public addresses only. */
export interface EgressPolicy {
  /** `host` or `host:port` that may be spoken to without TLS: a simulator, an exchange in the own network. */
  readonly allowHttp?: readonly string[];
  /** Networks (`10.1.0.0/16`, `fd00::/8`) or single addresses that are not refused although they are not public. */
  readonly allowAddresses?: readonly string[];
  /** Certificates (PEM) of authorities that are trusted beside the well-known ones. */
  readonly authorities?: readonly string[];
  /** Until the answer is there whole; 30 s. */
  readonly answerMs?: number;
  /** Of which: until the request can be sent (name, connection, TLS), so that there is time left for another provider; 10 s. */
  readonly connectMs?: number;
  /** Instead of the system's resolver. */
  readonly resolve?: Resolve;
}
