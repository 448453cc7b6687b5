import type { Actor, RecordDeed } from '@blitz/audit';
import type { SavePlan } from '../saving/save-plan.ts';
import type { Plan } from '../store/plan.ts';
import type { ProcedureStore } from '../store/procedure-store.ts';
import { stampOf } from './stamp-of.ts';

export interface ChangePlanCommand {
  readonly actor: Actor;
  /** As it came from outside. */
  readonly plan: unknown;
  readonly expectedVersion: number;
}

/** An administrator says who is asked to make calls, whereto, and in which order. */
export class ChangePlan {
  constructor(
    private readonly save: SavePlan,
    private readonly store: ProcedureStore,
    private readonly record: RecordDeed,
  ) {}

  /** @returns the new version @throws as SavePlan does */
  async execute({ actor, plan, expectedVersion }: ChangePlanCommand): Promise<number> {
    const { plan: before } = await this.store.set();
    const version = await this.save.execute({ plan, expectedVersion, ...stampOf(actor) });
    const { plan: after } = await this.store.set();
    this.record.execute({ actor, resource: 'plan', deed: 'changed', target: `version-${version}`, before: factsOf(before), after: factsOf(after) });
    return version;
  }
}

const factsOf = (plan: Plan): Readonly<Record<string, unknown>> => ({
  order: plan.map(({ procedure }) => procedure),
  ...Object.fromEntries(plan.map(({ procedure, destinations, enabled }) => [`procedure ${procedure}`, { destinations, enabled }])),
});
