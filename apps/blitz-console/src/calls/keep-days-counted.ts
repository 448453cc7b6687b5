import type { CallHistory } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Log } from '@blitz/platform';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

const everyMs = 3_600_000;

/** Counts the calls of a day once it is over, so that nobody waits for it who looks at a season. */
export class KeepDaysCounted implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #counting = Promise.resolve();

  constructor(
    private readonly history: CallHistory,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#count();
    this.#timer = setInterval(() => { this.#count(); }, everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#counting;
  }

  #count(): void {
    this.#counting = this.history.countDays(this.clock.now(), this.#stop.signal).then(
      () => undefined,
      // Until then days are counted whenever somebody looks at them.
      (error: unknown) => { this.log.warn({ err: error }, 'days of calls could not be counted'); },
    );
  }
}
