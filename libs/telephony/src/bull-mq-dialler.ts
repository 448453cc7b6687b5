import type { CheckEntry, Checking, HangingUp, HangUp, PlaceCall, Placing } from '@blitz/factors';
import type { ConnectionOptions } from 'bullmq';
import { callsQueue, followUpsQueue, type CallJob, type FollowUpJob } from './call-job.ts';
import { JobWorker, type JobFacts } from './job-worker.ts';

export type DiallerDeed = 'dial' | 'check' | 'hangUp';

export interface DiallerReport {
  readonly deed: DiallerDeed;
  readonly correlation: string;
  readonly outcome: Placing['outcome'] | Checking['outcome'] | HangingUp['outcome'] | 'crashed';
  /** For the operator: why a call failed, an entry could not be checked, or a phone not be silenced. */
  readonly reason?: string;
  readonly hint?: string;
  /** From the press, or the entry, to the dialler. */
  readonly waitedMs: number;
  /** From the dialler to the provider's answer. */
  readonly tookMs: number;
}

export interface DiallerOptions {
  readonly connection: ConnectionOptions;
  /** Calls in the air at once, and as many checks; a provider may take a minute to answer each. */
  readonly concurrency: number;
  readonly now: () => number;
  readonly report: (report: DiallerReport, error?: unknown) => void;
  /** A dialler that died is noticed after this long; its call is then given up, never repeated. */
  readonly lockMs?: number;
}

/** All that is done where providers are spoken to. */
export interface DiallerDeeds {
  readonly placeCall: PlaceCall;
  readonly checkEntry: CheckEntry;
  readonly hangUp: HangUp;
}

type Outcome = Pick<DiallerReport, 'outcome' | 'reason' | 'hint'>;

/** Takes calls from the queue and has them placed, entries checked, and phones that still ring silenced. Any number of diallers may run. */
export class BullMqDialler {
  readonly #calls: JobWorker<CallJob>;
  readonly #followUps: JobWorker<FollowUpJob>;

  constructor(
    private readonly deeds: DiallerDeeds,
    private readonly options: DiallerOptions,
  ) {
    const { connection, concurrency, now, lockMs = 15_000 } = options;
    const common = { connection, concurrency, lockMs, now };
    this.#calls = new JobWorker<CallJob>({
      ...common,
      queue: callsQueue,
      work: (_name, { challengeId }, facts) =>
        this.#reported('dial', facts, () => this.deeds.placeCall.execute({ challengeId, ...facts })),
      crashed: (error) => { this.#crashed('dial', error); },
    });
    this.#followUps = new JobWorker<FollowUpJob>({
      ...common,
      queue: followUpsQueue,
      work: (name, job, facts) => (name === 'hangUp' ? this.#hangUp(job, facts) : this.#check(job, facts)),
      crashed: (error) => { this.#crashed('check', error); },
    });
  }

  start(): void {
    this.#calls.start();
    this.#followUps.start();
  }

  /** Takes no more and waits for the calls in the air, at most so long; what is cut off counts as called. */
  async stop(graceMs: number): Promise<void> {
    await Promise.all([this.#calls.stop(graceMs), this.#followUps.stop(graceMs)]);
  }

  #check({ challengeId, entry = '' }: FollowUpJob, facts: JobFacts): Promise<'done' | 'crashed'> {
    return this.#reported('check', facts, () => this.deeds.checkEntry.execute({ challengeId, entry, ...facts }));
  }

  #hangUp({ challengeId }: FollowUpJob, facts: JobFacts): Promise<'done' | 'crashed'> {
    return this.#reported('hangUp', facts, () => this.deeds.hangUp.execute({ challengeId, ...facts }));
  }

  async #reported(deed: DiallerDeed, facts: JobFacts, execute: () => Promise<Outcome>): Promise<'done' | 'crashed'> {
    const { now, report } = this.options;
    const began = now();
    const { correlation, waitedMs } = facts;
    try {
      const outcome = await execute();
      report({ deed, correlation, ...outcome, waitedMs, tookMs: now() - began });
      return 'done';
    } catch (error) {
      report({ deed, correlation, outcome: 'crashed', waitedMs, tookMs: now() - began }, error);
      return 'crashed';
    }
  }

  #crashed(deed: DiallerDeed, error: unknown): void {
    this.options.report({ deed, correlation: '', outcome: 'crashed', waitedMs: 0, tookMs: 0 }, error);
  }
}
