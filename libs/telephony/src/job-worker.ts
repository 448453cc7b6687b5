import { Worker, type ConnectionOptions, type Job } from 'bullmq';
import { queuePrefix, type CallJob } from './call-job.ts';

/** How a job was got hold of. */
export interface JobFacts {
  readonly correlation: string;
  /** From being added to being taken. */
  readonly waitedMs: number;
  /** The queue gave this job out before: whoever had it did not finish. */
  readonly again: boolean;
}

export interface JobWorkerOptions<Data extends CallJob> {
  readonly queue: string;
  readonly connection: ConnectionOptions;
  readonly concurrency: number;
  readonly lockMs: number;
  readonly now: () => number;
  /** Never throws: an error's text would be written to Redis, and a text can hold anything (R14). */
  readonly work: (deed: string, data: Data, facts: JobFacts) => Promise<'done' | 'crashed'>;
  readonly crashed: (error: unknown) => void;
}

/** Takes the jobs of one queue. */
export class JobWorker<Data extends CallJob> {
  readonly #worker: Worker<Data, void>;
  #stopped: Promise<void> | undefined;

  constructor(private readonly options: JobWorkerOptions<Data>) {
    const { queue, connection, concurrency, lockMs } = options;
    this.#worker = new Worker<Data, void>(queue, (job) => this.#take(job), {
      connection,
      prefix: queuePrefix,
      concurrency,
      lockDuration: lockMs,
      // A dialler that is frozen can swallow the queue's waking call; the others look for themselves this often.
      drainDelay: 1,
      stalledInterval: lockMs / 3,
      // A job is handed out again only to note that its first taker was lost.
      maxStalledCount: 2,
      autorun: false,
    });
    this.#worker.on('error', () => undefined);
  }

  start(): void {
    void this.#worker.run().catch(this.options.crashed);
  }

  /** Takes no more jobs and waits for those under way, at most so long. */
  stop(graceMs: number): Promise<void> {
    this.#stopped ??= this.#stop(graceMs);
    return this.#stopped;
  }

  async #stop(graceMs: number): Promise<void> {
    const given = new Promise<'over'>((resolve) => setTimeout(resolve, graceMs, 'over').unref());
    // BullMQ ignores a second, forced close. Without its connections the worker can only be left to end with the process.
    if ((await Promise.race([this.#worker.close(), given])) !== 'over') return;
    // Not waited for: with a Redis that is gone it never ends.
    this.#worker.disconnect().catch(() => undefined);
  }

  async #take(job: Job<Data, void>): Promise<void> {
    const correlation = job.opts.telemetry?.metadata ?? '';
    const again = job.stalledCounter > 0 || job.attemptsStarted > 1;
    const waitedMs = this.options.now() - job.timestamp;
    if ((await this.options.work(job.name, job.data, { correlation, waitedMs, again })) === 'crashed') throw new Error('crashed');
  }
}
