/** Jobs of one queue, this moment. */
export interface QueueLine {
  /** Nobody has taken them yet. */
  readonly waiting: number;
  /** Under way. */
  readonly active: number;
  readonly delayed: number;
  /** A dialler broke down with them. */
  readonly failed: number;
  /** How long the oldest has been waiting; 0 when none waits. */
  readonly oldestWaitMs: number;
  /** How long those under way have been, the longest first; a few dozen at most. */
  readonly underWayMs: readonly number[];
}

export interface Queues {
  /** Calls that are to be made. */
  readonly calls: QueueLine;
  /** What is said to providers about calls that they made. */
  readonly followUps: QueueLine;
}

/** How the diallers keep up. Whom a job is for is in no job, and so not here either (R14). */
export abstract class CallQueueState {
  abstract look(now: number): Promise<Queues>;
}
