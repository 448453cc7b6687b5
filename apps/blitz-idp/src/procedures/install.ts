import { readPlan, type Plan, type Stamp } from '@blitz/procedures';
import { placeInPlan } from './place-in-plan.ts';
import type { ProcedureDesk } from './procedure-desk.ts';

export interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly hosts: readonly string[];
  readonly destinations?: readonly string[];
  readonly enabled?: boolean;
}

export interface Installed {
  readonly version: number;
  /** As it is now. */
  readonly plan: Plan;
}

/**
 * Saves a procedure and sees to it that the plan asks it, see `placeInPlan`. A plan that would be refused is refused before
 * anything is saved.
 *
 * @throws ProcedureRefused, DomainError `plan_invalid`, `procedure_changed_meanwhile`, `plan_changed_meanwhile` (the procedure is saved)
 */
export async function install(desk: ProcedureDesk, { key, name, source, hosts, destinations, enabled }: Wanted, stamp: Stamp): Promise<Installed> {
  const { procedures, plan: before, planVersion } = await desk.store.set();
  const now = before.find(({ procedure }) => procedure === key);
  const entry = { procedure: key, destinations: destinations ?? now?.destinations ?? [], enabled: enabled ?? now?.enabled ?? true };
  const plan = readPlan(placeInPlan(before, entry), new Set([...procedures.map((each) => each.key), key]));
  const expectedVersion = procedures.find((each) => each.key === key)?.version ?? 0;
  const version = await desk.save.execute({ key, name, source, hosts, expectedVersion, ...stamp });
  if (JSON.stringify(plan) !== JSON.stringify(before)) await desk.plans.execute({ plan, expectedVersion: planVersion, ...stamp });
  return { version, plan };
}
