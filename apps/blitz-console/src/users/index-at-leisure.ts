import { IndexAccounts } from '@blitz/accounts';
import { Log } from '@blitz/platform';
import { Inject, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

const lookAgainMs = 60_000;

/** Beside the work of this service: makes accounts findable that a service of an older version wrote. */
export class IndexAtLeisure implements OnApplicationBootstrap, BeforeApplicationShutdown {
  @Inject(IndexAccounts) private readonly indexAccounts!: IndexAccounts;
  @Inject(Log) private readonly log!: Log;
  readonly #stopping = new AbortController();
  #working: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  onApplicationBootstrap(): void {
    this.#begin();
    this.#timer = setInterval(() => { this.#begin(); }, lookAgainMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#working;
  }

  /** One after the other: what takes longer than a minute is not begun twice. */
  #begin(): void {
    this.#working = this.#working.then(() => this.#work());
  }

  async #work(): Promise<void> {
    try {
      const made = await this.indexAccounts.execute(this.#stopping.signal);
      if (made > 0) this.log.info({ accounts: made }, 'accounts can be found now');
    } catch (error) {
      this.log.warn({ err: error }, 'accounts wait to be findable');
    }
  }
}
