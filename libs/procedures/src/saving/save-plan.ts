import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { ProcedureStore, Stamp } from '../store/procedure-store.ts';
import { readPlan } from './read-plan.ts';

export interface SavePlanCommand extends Stamp {
  /** As it came from outside. */
  readonly plan: unknown;
  readonly expectedVersion: number;
}

/** Says which procedures are asked to make calls, whereto, and in which order. */
export class SavePlan {
  constructor(
    private readonly store: ProcedureStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `plan_invalid` (with `at` and `expected`), `plan_changed_meanwhile` */
  async execute({ plan, expectedVersion, ...stamp }: SavePlanCommand): Promise<number> {
    const { procedures } = await this.store.set();
    const read = readPlan(plan, new Set(procedures.map(({ key }) => key)));
    const version = await this.store.savePlan(read, { ...stamp, expectedVersion });
    const { author: sub, address, browser: userAgent } = stamp;
    this.audit.record({ type: 'plan_saved', at: this.clock.now(), sub, address, userAgent, details: { version, count: read.length } });
    return version;
  }
}
