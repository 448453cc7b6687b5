/** The queue of calls. The prefix keeps all of BullMQ's keys in one slot of a Redis Cluster. */
export const callsQueue = 'calls';
export const queuePrefix = '{blitz}';

/** All that a job holds (R14). */
export interface CallJob {
  readonly challengeId: string;
}
