import type { Plan, PlanEntry } from '@blitz/procedures';

/**
 * Where it stands already it stays. A new one goes behind the others, unless it serves some numbers only: then it goes before
 * the first that serves every number, behind which it would never be asked first.
 */
export function placeInPlan(plan: Plan, entry: PlanEntry): Plan {
  if (plan.some(({ procedure }) => procedure === entry.procedure)) return plan.map((each) => (each.procedure === entry.procedure ? entry : each));
  const everywhere = plan.findIndex(({ destinations }) => destinations.length === 0);
  const at = entry.destinations.length === 0 || everywhere < 0 ? plan.length : everywhere;
  return [...plan.slice(0, at), entry, ...plan.slice(at)];
}
