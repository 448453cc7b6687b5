import type { CallFault, DestinationStatistics } from '@blitz/factors';

export interface ProcedureStatistics {
  readonly key: string;
  /** Asked for calls by the plan. */
  readonly enabled: boolean;
  /** Left alone until then; milliseconds since the epoch. */
  readonly restsUntil: number | undefined;
  readonly destinations: readonly DestinationStatistics[];
  readonly lastFaults: readonly CallFault[];
}

/** On the wire: names with underscores, moments in ISO 8601, durations in milliseconds. */
export function describeStatistics({ key, enabled, restsUntil, destinations, lastFaults }: ProcedureStatistics) {
  return {
    procedure: key,
    enabled,
    rests_until: restsUntil === undefined ? null : moment(restsUntil),
    destinations: destinations.map(({ meanToCodeMs, ...counts }) => ({ ...counts, mean_to_code_ms: meanToCodeMs ?? null })),
    last_faults: lastFaults.map(({ at, ...fault }) => ({ at: moment(at), ...fault })),
  };
}

const moment = (at: number): string => new Date(at).toISOString();
