import type { Carer } from '@blitz/accounts';
import type { Asked } from '../api/asked.ts';
import type { Route } from '../api/route.ts';

/** Who helps, of a request that was let in. */
export function carerOf({ actor, caller }: Pick<Asked<Route>, 'actor' | 'caller'>): Carer {
  return { actor, privileges: caller.privileges };
}
