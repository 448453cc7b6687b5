import type { AuditEvents } from '@blitz/audit';
import type { Sealer } from '@blitz/kernel';
import type { Procedure } from '../store/procedure.ts';
import type { ProcedureSet, ProcedureStore } from '../store/procedure-store.ts';
import { openSecrets } from '../store/secrets.ts';

/** Why a procedure of the plan, or the plan as a whole, could make no call. */
export interface PlanLack {
  readonly what: 'no_procedure' | 'secret_missing' | 'secret_unreadable' | 'procedure_failed_last_test';
  /** The key of the procedure. */
  readonly about?: string;
}

/** So far back test calls are looked for: an administrator who gets ready makes them now. */
const testCalls = 200;

/** Looks whether the plan has somebody who could make a call, before people depend on it. A procedure was compiled when it was saved. */
export class PlanReadiness {
  constructor(
    private readonly store: ProcedureStore,
    private readonly sealer: Sealer,
    private readonly events: AuditEvents,
  ) {}

  /** @returns what each lacks, as long as none of them would do */
  async lacks(): Promise<readonly PlanLack[]> {
    const set = await this.store.set();
    const asked = set.plan.filter(({ enabled }) => enabled).flatMap(({ procedure }) => set.procedures.filter(({ key }) => key === procedure));
    if (asked.length === 0) return [{ what: 'no_procedure' }];
    const failed = await this.#failedLastTest(asked);
    const lacks = asked.map((procedure) => lackOf(procedure, set, this.sealer) ?? (failed.has(procedure.key) ? 'procedure_failed_last_test' : undefined));
    return lacks.includes(undefined) ? [] : lacks.flatMap((what, at) => (what === undefined ? [] : [{ what, about: asked[at]?.key ?? '' }]));
  }

  /** Those whose last test call failed and that were not saved anew since. */
  async #failedLastTest(procedures: readonly Procedure[]): Promise<ReadonlySet<string>> {
    const tests = await this.events.find({ types: ['test_call'], limit: testCalls });
    const failed = new Set<string>();
    for (const { key } of procedures) {
      const last = tests.find(({ details }) => (details as TestCallDetails | undefined)?.name === key);
      if ((last?.details as TestCallDetails | undefined)?.reason !== 'failed') continue;
      const [saved] = await this.store.history(key, 1);
      if (last !== undefined && saved !== undefined && saved.at <= last.at) failed.add(key);
    }
    return failed;
  }
}

interface TestCallDetails {
  readonly name?: string;
  readonly reason?: string;
}

function lackOf(procedure: Procedure, { secrets }: ProcedureSet, sealer: Sealer): PlanLack['what'] | undefined {
  if (procedure.secrets.some((name) => !secrets.some((secret) => secret.name === name))) return 'secret_missing';
  try {
    openSecrets(sealer, secrets, procedure);
    return undefined;
  } catch {
    return 'secret_unreadable';
  }
}
