import { CallQueue } from '@blitz/factors';
import { Queue, type ConnectionOptions } from 'bullmq';
import { callsQueue, queuePrefix, type CallJob } from './call-job.ts';

/** Calls that wait, in BullMQ. The correlation travels as the job's telemetry, where trace contexts travel, not in the job. */
export class BullMqCallQueue extends CallQueue {
  readonly #queue: Queue<CallJob>;

  constructor(connection: ConnectionOptions) {
    super();
    this.#queue = new Queue<CallJob>(callsQueue, {
      connection,
      prefix: queuePrefix,
      // A call is never made twice (R3): a failed job is not tried again. Nothing of it stays in Redis.
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    // The errors of a connection that is down reach whoever adds a job; without a listener they would end the process.
    this.#queue.on('error', () => undefined);
  }

  /** The job's id is the challenge's: adding it twice adds it once. */
  async add(challengeId: string, correlation: string): Promise<void> {
    await this.#queue.add('dial', { challengeId }, { jobId: challengeId, telemetry: { metadata: correlation } });
  }

  /** How long the oldest call has been waiting; 0 when none waits. */
  async ageMs(now: number): Promise<number> {
    const [oldest] = await this.#queue.getJobs(['waiting', 'prioritized'], 0, 0, true);
    return oldest === undefined ? 0 : Math.max(0, now - oldest.timestamp);
  }

  async close(): Promise<void> {
    try {
      await this.#queue.close();
    } catch {
      // Redis is gone and can't be told; its connection would keep the process alive. Not waited for: it may never end.
      this.#queue.disconnect().catch(() => undefined);
    }
  }
}
