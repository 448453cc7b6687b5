/** The counts of one procedure on one day of UTC: a hash of `what destination`. */
export function dayKey(procedure: string, at: number): string {
  return `blitz:ledger:{${procedure}}:${new Date(at).toISOString().slice(0, 10)}`;
}

export const faultsKey = (procedure: string): string => `blitz:ledger:{${procedure}}:faults`;

export const dayMs = 86_400_000;
/** How many days are kept. */
export const keptDays = 90;
/** How many faults of a procedure are kept. */
export const keptFaults = 20;
