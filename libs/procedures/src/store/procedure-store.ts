import type { Plan } from './plan.ts';
import type { Procedure } from './procedure.ts';

/** Who saves, and from where: a save is stamped with it. */
export interface Stamp {
  readonly author: string;
  readonly address: string;
  readonly browser: string;
}

export type StampedProcedure = Procedure & Stamp & {
  /** Milliseconds since the epoch. */
  readonly at: number;
};

/** A secret as it rests: nobody reads it back without the master key. */
export interface SealedSecret {
  readonly name: string;
  /** Where it may go, as it was saved with it. */
  readonly hosts: readonly string[];
  readonly sealed: string;
}

/** A secret as it may be seen: nothing of its value. */
export interface StampedSecret {
  readonly name: string;
  readonly hosts: readonly string[];
  /** Who gave it the value that it has. */
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** All that calls are made by. */
export interface ProcedureSet {
  /** Changes with whatever was saved. */
  readonly mark: string;
  /** The latest version of each. */
  readonly procedures: readonly Procedure[];
  readonly plan: Plan;
  /** Of the saved plan; 0 when none was saved: then nobody is called. */
  readonly planVersion: number;
  readonly secrets: readonly SealedSecret[];
}

/** Keeps every version of every procedure, every plan, and the secrets. */
export abstract class ProcedureStore {
  /** A cheap look at whether `set` would answer something new. */
  abstract mark(): Promise<string>;
  abstract set(): Promise<ProcedureSet>;
  abstract find(key: string, version: number): Promise<Procedure | undefined>;
  /** The newest first. @param before only versions older than this one */
  abstract history(key: string, limit: number, before?: number): Promise<readonly StampedProcedure[]>;
  /**
   * Saves the version after `expectedVersion` (0: the first); of several at once exactly one wins.
   * @throws DomainError `procedure_changed_meanwhile`
   */
  abstract save(procedure: Omit<Procedure, 'version'>, stamp: Stamp & { readonly expectedVersion: number }): Promise<number>;
  /** @throws DomainError `plan_changed_meanwhile` */
  abstract savePlan(plan: Plan, stamp: Stamp & { readonly expectedVersion: number }): Promise<number>;
  /** By name. */
  abstract knownSecrets(): Promise<readonly StampedSecret[]>;
  abstract saveSecret(secret: SealedSecret, stamp: Stamp): Promise<void>;
  /** Only if it is still sealed as `before`: who saved it anew meanwhile wins. Its hosts stay. @returns whether it was. */
  abstract resealSecret(secret: SealedSecret, before: string): Promise<boolean>;
  /** @returns whether there was one */
  abstract deleteSecret(name: string): Promise<boolean>;
}
