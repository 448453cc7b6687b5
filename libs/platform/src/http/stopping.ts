import { setMaxListeners } from 'node:events';

/**
 * Tells everybody that the service is going to end. First it only is no longer ready, so that nobody sends it new work;
 * then the signal fires, and whoever holds something open for long (server-sent events, a waiting job) ends it.
 */
export class Stopping {
  readonly #controller = new AbortController();
  #begun = false;

  constructor() {
    // Each open stream listens; a warning at eleven of them would be wrong.
    setMaxListeners(0, this.#controller.signal);
  }

  get begun(): boolean {
    return this.#begun;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  begin(): void {
    this.#begun = true;
  }

  closeStreams(): void {
    this.#begun = true;
    this.#controller.abort();
  }
}
