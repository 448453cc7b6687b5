import { CallQueue } from '@blitz/factors';
import type { ConnectionOptions } from 'bullmq';
import { callsQueue, type CallJob } from './call-job.ts';
import { JobQueue } from './job-queue.ts';

/** Calls that wait, in BullMQ. */
export class BullMqCallQueue extends CallQueue {
  readonly #jobs: JobQueue<CallJob>;

  constructor(connection: ConnectionOptions) {
    super();
    this.#jobs = new JobQueue(callsQueue, connection);
  }

  /** The job's id is the challenge's: adding it twice adds it once. */
  add(challengeId: string, correlation: string): Promise<void> {
    return this.#jobs.add('dial', challengeId, { challengeId }, correlation);
  }

  /** How long the oldest call has been waiting; 0 when none waits. */
  ageMs(now: number): Promise<number> {
    return this.#jobs.ageMs(now);
  }

  close(): Promise<void> {
    return this.#jobs.close();
  }
}
