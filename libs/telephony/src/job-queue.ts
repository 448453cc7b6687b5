import { Queue, type ConnectionOptions } from 'bullmq';
import { queuePrefix, type CallJob } from './call-job.ts';

/** Jobs in BullMQ, each done at most once. The correlation travels as telemetry, where trace contexts travel, not in the job. */
export class JobQueue<Data extends CallJob> {
  readonly #queue: Queue<Data, void, string, Data, void, string>;

  constructor(name: string, connection: ConnectionOptions) {
    this.#queue = new Queue(name, {
      connection,
      prefix: queuePrefix,
      // A call is never made twice (R3), an entry never asked about twice: a failed job is not tried again. Nothing of it stays.
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    // The errors of a connection that is down reach whoever adds a job; without a listener they would end the process.
    this.#queue.on('error', () => undefined);
  }

  /** @param jobId added twice, it is added once */
  async add(deed: string, jobId: string, data: Data, correlation: string): Promise<void> {
    await this.#queue.add(deed, data, { jobId, telemetry: { metadata: correlation } });
  }

  /** How long the oldest job has been waiting; 0 when none waits. */
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
