import type { Settings } from '@blitz/settings';

/** The methods of the second list that are switched on, in the administrator's order. */
export function secondMethods({ factors }: Settings): readonly string[] {
  return factors.second.filter(({ enabled }) => enabled).map(({ method }) => method);
}
