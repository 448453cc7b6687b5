/** Calls of one procedure to one destination. */
export interface DestinationStatistics {
  /** E.164 without the last seven digits. */
  readonly destination: string;
  readonly offered: number;
  readonly placed: number;
  readonly failed: number;
  readonly completed: number;
  /** From the provider's answer to the right code, on average; undefined when none was entered. */
  readonly meanToCodeMs: number | undefined;
}

export interface CallFault {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Missing where a provider was only spoken to about a call that it had made. */
  readonly destination?: string;
  readonly because: string;
  /** For the administrator; holds no number and no answer of the provider. */
  readonly hint: string;
}

/** Reads what the ledger counted. Days are those of UTC and are kept for ninety. */
export abstract class CallStatistics {
  /** The last `days` days, today included; busiest destinations first. */
  abstract destinations(procedure: string, days: number): Promise<readonly DestinationStatistics[]>;
  /** At most twenty, newest first. */
  abstract lastFaults(procedure: string): Promise<readonly CallFault[]>;
}
