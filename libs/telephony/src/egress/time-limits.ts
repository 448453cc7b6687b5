/** The time that a request has: until it is sent, and until its answer is whole. */
export class TimeLimits {
  readonly #over = new AbortController();
  readonly #connect: NodeJS.Timeout;
  readonly #whole: NodeJS.Timeout;

  constructor(connectMs: number, wholeMs: number) {
    const end = (): void => this.#over.abort();
    this.#connect = setTimeout(end, connectMs);
    this.#whole = setTimeout(end, wholeMs);
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  readonly sent = (): void => clearTimeout(this.#connect);

  readonly done = (): void => {
    clearTimeout(this.#connect);
    clearTimeout(this.#whole);
  };

  /** For what can't be stopped: it is left alone when the time is over. */
  async within<T>(work: Promise<T>): Promise<T> {
    const { promise, cancel } = ended(this.signal);
    try {
      return await Promise.race([work, promise]);
    } finally {
      cancel();
    }
  }
}

function ended(signal: AbortSignal): { readonly promise: Promise<never>; readonly cancel: () => void } {
  const listening = new AbortController();
  const promise = new Promise<never>((_resolve, reject) => {
    const end = (): void => reject(new Error('the time is over'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true, signal: listening.signal });
  });
  return { promise, cancel: () => listening.abort() };
}
