import type { Account } from '@blitz/accounts';
import type { FactorKind } from './factor-kind.ts';

/** What a proof is worth, in the words of RFC 8176. */
export interface Assurance {
  readonly amr: string;
  /** The proof did not travel through the browser. */
  readonly ownChannel: boolean;
}

/** The four doors of a factor. */
export interface Factor<Kind extends FactorKind, Asking, Typed> {
  readonly kind: Kind;
  /** May it be offered to this account at all? */
  available(account: Account): boolean;
  /** Does what has to happen before the person can answer. */
  ask(asking: Asking): Promise<unknown>;
  /** Counts, then looks. */
  check(typed: Typed): Promise<unknown>;
  readonly assurance: Assurance;
}
