import { FollowUpQueue } from '@blitz/factors';
import type { ConnectionOptions } from 'bullmq';
import { followUpsQueue, type FollowUpJob } from './call-job.ts';
import { JobQueue } from './job-queue.ts';

/** What is to be said to providers about calls that they made, in BullMQ. */
export class BullMqFollowUpQueue extends FollowUpQueue {
  readonly #jobs: JobQueue<FollowUpJob>;

  constructor(connection: ConnectionOptions) {
    super();
    this.#jobs = new JobQueue(followUpsQueue, connection);
  }

  check(challengeId: string, entry: string, correlation: string): Promise<void> {
    return this.#jobs.add('check', entry, { challengeId, entry }, correlation);
  }

  hangUp(challengeId: string, correlation: string): Promise<void> {
    return this.#jobs.add('hangUp', `hangUp-${challengeId}`, { challengeId }, correlation);
  }

  close(): Promise<void> {
    return this.#jobs.close();
  }
}
