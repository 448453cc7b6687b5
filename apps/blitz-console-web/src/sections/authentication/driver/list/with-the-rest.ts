export interface PlanEntry {
  readonly procedure: string;
  readonly destinations: readonly string[];
  readonly enabled: boolean;
}

/** The plan with every procedure in it: those that it does not name come last, and are switched off. */
export function withTheRest(entries: readonly PlanEntry[], procedures: readonly string[]): readonly PlanEntry[] {
  const named = new Set(entries.map(({ procedure }) => procedure));
  return [...entries, ...procedures.filter((key) => !named.has(key)).map((procedure) => ({ procedure, destinations: [], enabled: false }))];
}

/** What a person typed as destinations: `ru` and `+7 900` are `RU` and `+7900`. */
export function readDestinations(typed: readonly string[]): readonly string[] {
  const tidy = typed.map((each) => each.replaceAll(/[\s()-]/g, '').toUpperCase()).filter((each) => each !== '');
  return [...new Set(tidy)];
}
