import type { Privilege } from '@blitz/accounts';

/** Who stands behind a request that was let in. */
export interface Caller {
  /** A person with a session, or a program with a token. */
  readonly kind: 'person' | 'program';
  /** The person's `sub`, or the program's `client_id`. */
  readonly id: string;
  readonly privileges: readonly Privilege[];
  /** Until then the person's last login counts as fresh: milliseconds since the epoch. Programs prove themselves with every token. */
  readonly freshUntil?: number;
}
