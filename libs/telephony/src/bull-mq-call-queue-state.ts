import { CallQueueState, type QueueLine, type Queues } from '@blitz/factors';
import { Queue, type ConnectionOptions } from 'bullmq';
import { callsQueue, followUpsQueue, queuePrefix } from './call-job.ts';

const mostUnderWay = 50;

/** Looks at the queues of BullMQ and changes nothing in them. */
export class BullMqCallQueueState extends CallQueueState {
  readonly #calls: Queue;
  readonly #followUps: Queue;

  /** @param connection of others, or how to make one */
  constructor(connection: ConnectionOptions) {
    super();
    [this.#calls, this.#followUps] = [callsQueue, followUpsQueue].map((name) => {
      const queue = new Queue(name, { connection, prefix: queuePrefix, skipMetasUpdate: true });
      // Whoever looks is told; without a listener the process would end.
      queue.on('error', () => undefined);
      return queue;
    }) as [Queue, Queue];
  }

  async look(now: number): Promise<Queues> {
    const [calls, followUps] = await Promise.all([lineOf(this.#calls, now), lineOf(this.#followUps, now)]);
    return { calls, followUps };
  }

  async close(): Promise<void> {
    await Promise.all([this.#calls.close(), this.#followUps.close()]);
  }
}

async function lineOf(queue: Queue, now: number): Promise<QueueLine> {
  const [counts, oldest, underWay] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.getJobs(['waiting', 'prioritized'], 0, 0, true),
    queue.getJobs(['active'], 0, mostUnderWay - 1, true),
  ]);
  const of = (state: string): number => counts[state] ?? 0;
  const age = (since: number): number => Math.max(0, now - since);
  // A job that ended between two questions is not there any more, whatever the types say.
  const [first] = oldest.filter(Boolean);
  return {
    waiting: of('waiting') + of('prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    failed: of('failed'),
    oldestWaitMs: first === undefined ? 0 : age(first.timestamp),
    underWayMs: underWay.filter(Boolean).map((job) => age(job.processedOn ?? now)).sort((one, other) => other - one),
  };
}
