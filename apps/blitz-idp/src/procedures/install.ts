import type { Plan, Stamp } from '@blitz/procedures';
import type { ProcedureDesk } from './procedure-desk.ts';

export interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly hosts: readonly string[];
  readonly destinations?: readonly string[];
  readonly enabled?: boolean;
}

/**
 * Saves a procedure and sees to it that the plan asks it: behind the others when it is new, where it stands otherwise.
 *
 * @returns its version
 * @throws ProcedureRefused, DomainError
 */
export async function install(desk: ProcedureDesk, { key, name, source, hosts, destinations, enabled }: Wanted, stamp: Stamp): Promise<number> {
  const { procedures, plan, planVersion } = await desk.store.set();
  const expectedVersion = procedures.find((each) => each.key === key)?.version ?? 0;
  const version = await desk.save.execute({ key, name, source, hosts, expectedVersion, ...stamp });
  const before = plan.find(({ procedure }) => procedure === key);
  const after = {
    procedure: key,
    destinations: destinations ?? before?.destinations ?? [],
    enabled: enabled ?? before?.enabled ?? true,
  };
  const wanted: Plan = before === undefined ? [...plan, after] : plan.map((entry) => (entry === before ? after : entry));
  if (JSON.stringify(wanted) !== JSON.stringify(plan)) await desk.plans.execute({ plan: wanted, expectedVersion: planVersion, ...stamp });
  return version;
}
