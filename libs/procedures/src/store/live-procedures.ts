import type { Clock, Sealer } from '@blitz/kernel';
import type { ProcedureSet, ProcedureStore } from './procedure-store.ts';
import { programOf, type Procedure } from './procedure.ts';
import type { Program } from '../program.ts';
import { openSecrets } from './secrets.ts';

/** So old may be what a call is made by: what was saved is in force everywhere within a second. */
const freshMs = 1_000;

/** A procedure that is ready to run. */
export interface Runnable {
  readonly procedure: Procedure;
  readonly program: Program;
  /** Those that the program names. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * The procedures in force. The store is looked at only when somebody asks, at most once a second; what fails to load leaves the
 * last good ones in force.
 */
export class LiveProcedures {
  #set: ProcedureSet | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<ProcedureSet> | undefined;

  constructor(
    private readonly store: ProcedureStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly warn: (cause: unknown) => void,
  ) {}

  /** @throws when nothing could ever be loaded */
  async current(): Promise<ProcedureSet> {
    const age = this.clock.now() - this.#lookedAt;
    if (this.#set !== undefined && age >= 0 && age < freshMs) return this.#set;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /**
   * The latest version of a procedure, or the one that is asked for: a call is ended by what began it.
   * @throws DomainError `secret_unreadable`
   */
  async find(key: string, version?: number): Promise<Runnable | undefined> {
    const { procedures, secrets } = await this.current();
    const latest = procedures.find((each) => each.key === key);
    const procedure = version === undefined || latest?.version === version ? latest : await this.store.find(key, version);
    return procedure === undefined ? undefined : this.runnable(procedure, secrets);
  }

  /** @throws DomainError `secret_unreadable` when a secret can't be opened, or is not kept for the procedure's hosts */
  runnable(procedure: Procedure, sealed: ProcedureSet['secrets']): Runnable {
    return { procedure, program: programOf(procedure), secrets: openSecrets(this.sealer, sealed, procedure) };
  }

  async #look(): Promise<ProcedureSet> {
    const at = this.clock.now();
    try {
      const set = this.#set !== undefined && (await this.store.mark()) === this.#set.mark ? this.#set : await this.store.set();
      this.#set = set;
      this.#lookedAt = at;
      return set;
    } catch (cause) {
      if (this.#set === undefined) throw cause;
      this.warn(cause);
      this.#lookedAt = at;
      return this.#set;
    }
  }
}
