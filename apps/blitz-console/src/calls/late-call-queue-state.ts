import { CallQueueState, type Queues } from '@blitz/factors';
import type { Redis } from 'ioredis';

/** The queues of the diallers, from when somebody first looks: BullMQ costs a start time that nobody else needs. */
export class LateCallQueueState extends CallQueueState {
  #state: Promise<CallQueueState> | undefined;

  constructor(private readonly redis: Redis) {
    super();
  }

  async look(now: number): Promise<Queues> {
    this.#state ??= this.#load();
    return (await this.#state).look(now);
  }

  /** Over the service's own connection, which ends with the service. */
  async #load(): Promise<CallQueueState> {
    const { BullMqCallQueueState } = await import('@blitz/telephony');
    return new BullMqCallQueueState(this.redis);
  }
}
