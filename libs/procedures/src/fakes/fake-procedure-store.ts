import { DomainError } from '@blitz/kernel';
import type { Plan } from '../store/plan.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import { ProcedureStore, type ProcedureSet, type SealedSecret, type Stamp, type StampedProcedure, type StampedSecret } from '../store/procedure-store.ts';
import type { Procedure } from '../store/procedure.ts';

type Saving = Stamp & { readonly expectedVersion: number };

/** Keeps everything in memory. */
export class FakeProcedureStore extends ProcedureStore {
  readonly #versions: StampedProcedure[] = [];
  readonly #secrets = new Map<string, SealedSecret>();
  readonly #authors = new Map<string, string>();
  #plans: Plan[] = [];
  #mark = 1;
  /** How often it was asked for everything, and for the mark alone. */
  readonly asked = { sets: 0, marks: 0 };
  broken: Error | undefined;

  mark(): Promise<string> {
    this.asked.marks += 1;
    return this.#answer(() => String(this.#mark));
  }

  set(): Promise<ProcedureSet> {
    this.asked.sets += 1;
    return this.#answer(() => {
      const keys = [...new Set(this.#versions.map(({ key }) => key))].sort();
      return {
        mark: String(this.#mark),
        procedures: keys.map((key) => strip(this.#of(key).at(-1))),
        plan: this.#plans.at(-1) ?? [],
        planVersion: this.#plans.length,
        secrets: [...this.#secrets.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
      };
    });
  }

  find(key: string, version: number): Promise<Procedure | undefined> {
    const found = this.#of(key).find((each) => each.version === version);
    return this.#answer(() => (found === undefined ? undefined : strip(found)));
  }

  history(key: string, limit: number, before = Number.POSITIVE_INFINITY): Promise<readonly StampedProcedure[]> {
    return this.#answer(() => this.#of(key).filter(({ version }) => version < before).reverse().slice(0, limit));
  }

  save(procedure: Omit<Procedure, 'version'>, { expectedVersion, ...stamp }: Saving): Promise<number> {
    return this.#answer(() => {
      if (this.#of(procedure.key).length !== expectedVersion) throw new DomainError<ProcedureErrorCode>('procedure_changed_meanwhile');
      const version = expectedVersion + 1;
      this.#versions.push({ ...procedure, ...stamp, version, at: 0 });
      this.#mark += 1;
      return version;
    });
  }

  savePlan(plan: Plan, { expectedVersion }: Saving): Promise<number> {
    return this.#answer(() => {
      if (this.#plans.length !== expectedVersion) throw new DomainError<ProcedureErrorCode>('plan_changed_meanwhile');
      this.#plans = [...this.#plans, plan];
      this.#mark += 1;
      return this.#plans.length;
    });
  }

  async knownSecrets(): Promise<readonly StampedSecret[]> {
    return (await this.set()).secrets.map(({ name, hosts }) => ({ name, hosts, author: this.#authors.get(name) ?? '', at: 0 }));
  }

  saveSecret({ name, hosts, sealed }: SealedSecret, stamp?: Stamp): Promise<void> {
    return this.#answer(() => {
      this.#secrets.set(name, { name, hosts, sealed });
      this.#authors.set(name, stamp?.author ?? '');
      this.#mark += 1;
    });
  }

  resealSecret({ name, sealed }: SealedSecret, before: string): Promise<boolean> {
    return this.#answer(() => {
      const saved = this.#secrets.get(name);
      if (saved?.sealed !== before) return false;
      this.#secrets.set(name, { ...saved, sealed });
      this.#mark += 1;
      return true;
    });
  }

  deleteSecret(name: string): Promise<boolean> {
    return this.#answer(() => {
      this.#mark += 1;
      return this.#secrets.delete(name);
    });
  }

  #of(key: string): StampedProcedure[] {
    return this.#versions.filter((each) => each.key === key);
  }

  #answer<Value>(deed: () => Value): Promise<Value> {
    return this.broken === undefined ? new Promise((resolve) => resolve(deed())) : Promise.reject(this.broken);
  }
}

function strip(saved: StampedProcedure | undefined): Procedure {
  if (saved === undefined) throw new RangeError('there is no such procedure');
  const { key, version, name, source, hosts, javascript, entryPoints, secrets } = saved;
  return { key, version, name, source, hosts, javascript, entryPoints, secrets };
}
