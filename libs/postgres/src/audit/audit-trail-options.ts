export interface AuditTrailOptions {
  /** Events in memory; what comes beyond is dropped and counted. */
  readonly mostEvents: number;
  /** Events in one statement; as soon as so many wait they are written. */
  readonly batch: number;
  /** How long an event waits for company. */
  readonly everyMs: number;
  /** The longest pause between two tries while the database is away. */
  readonly longestPauseMs: number;
  /** How long `flush` tries. */
  readonly flushMs: number;
  /** Told of every failure to write, with the number of events that wait; `refused` ones are lost. */
  readonly onFailure: (error: unknown, counts: { readonly waiting: number; readonly refused: number }) => void;
}

export const usualTrail: AuditTrailOptions = {
  mostEvents: 50_000,
  batch: 500,
  everyMs: 50,
  longestPauseMs: 2_000,
  flushMs: 10_000,
  onFailure: () => undefined,
};
