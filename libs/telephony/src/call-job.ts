/** The queues of the dialler. The prefix keeps all of BullMQ's keys in one slot of a Redis Cluster. */
export const callsQueue = 'calls';
/** What is said to a provider about a call that it made. Apart from the calls, so that neither waits behind the other. */
export const followUpsQueue = 'followUps';
export const queuePrefix = '{blitz}';

/** All that a job holds (R14). */
export interface CallJob {
  readonly challengeId: string;
}

export interface FollowUpJob extends CallJob {
  /** Of a `check`: which entry. */
  readonly entry?: string;
}
