import type { PlaceCall, Placing } from '@blitz/factors';
import { Worker, type ConnectionOptions, type Job } from 'bullmq';
import { callsQueue, queuePrefix, type CallJob } from './call-job.ts';

export interface DiallerReport {
  readonly correlation: string;
  readonly outcome: Placing['outcome'] | 'crashed';
  /** For the operator: why a call failed. */
  readonly reason?: string;
  readonly hint?: string;
  /** From the press to the dialler. */
  readonly waitedMs: number;
  /** From the dialler to the provider's answer. */
  readonly tookMs: number;
}

export interface DiallerOptions {
  readonly connection: ConnectionOptions;
  /** Calls in the air at once; a provider may take a minute to answer each. */
  readonly concurrency: number;
  readonly now: () => number;
  readonly report: (report: DiallerReport, error?: unknown) => void;
  /** A dialler that died is noticed after this long; its call is then given up, never repeated. */
  readonly lockMs?: number;
}

/** Takes calls from the queue and has them placed. Any number of diallers may run. */
export class BullMqDialler {
  readonly #worker: Worker<CallJob>;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly placeCall: PlaceCall,
    private readonly options: DiallerOptions,
  ) {
    const { connection, concurrency, lockMs = 15_000 } = options;
    this.#worker = new Worker<CallJob>(callsQueue, (job) => this.#dial(job), {
      connection,
      prefix: queuePrefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 3,
      // A job is handed out again only to note that its first dialler was lost.
      maxStalledCount: 2,
      autorun: false,
    });
    this.#worker.on('error', () => undefined);
  }

  start(): void {
    void this.#worker.run().catch((error: unknown) => {
      this.options.report({ correlation: '', outcome: 'crashed', waitedMs: 0, tookMs: 0 }, error);
    });
  }

  /** Takes no more calls and waits for those in the air, at most so long; what is cut off counts as called. */
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

  async #dial(job: Job<CallJob>): Promise<void> {
    const { now, report } = this.options;
    const began = now();
    const correlation = job.opts.telemetry?.metadata ?? '';
    const waitedMs = began - job.timestamp;
    const again = job.stalledCounter > 0 || job.attemptsStarted > 1;
    try {
      const placing = await this.placeCall.execute({ challengeId: job.data.challengeId, correlation, again });
      report({ correlation, ...placing, waitedMs, tookMs: now() - began });
    } catch (error) {
      report({ correlation, outcome: 'crashed', waitedMs, tookMs: now() - began }, error);
      // BullMQ writes an error's text to Redis, and a text can hold anything (R14).
      throw new Error('crashed');
    }
  }
}
