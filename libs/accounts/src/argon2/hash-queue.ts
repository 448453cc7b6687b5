import { DomainError } from '@blitz/kernel';
import type { AccountErrorCode } from '../account/account-error.ts';

export interface HashLimits {
  /** Hashes worked on at once: fewer than libuv's four threads, which also look up names and read files. */
  readonly running: number;
  /** Hashes that may wait; one more is refused. */
  readonly waiting: number;
}

export const defaultHashLimits: HashLimits = { running: 2, waiting: 64 };

/** A guess until some work was measured; only for Retry-After. */
const firstGuessMs = 20;

/** Lets a few through, makes some wait, refuses the rest: a flood of logins costs them time, not the whole service. */
export class HashQueue {
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #averageMs = firstGuessMs;

  constructor(private readonly limits: HashLimits) {}

  /** Running and waiting together. */
  depth(): number {
    return this.#running + this.#waiting.length;
  }

  /** @throws DomainError `hashing_busy` with `retryAfterSec` */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#averageMs += (performance.now() - began - this.#averageMs) / 8;
      this.#pass();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < this.limits.running) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.limits.waiting) {
      throw new DomainError<AccountErrorCode>('hashing_busy', { retryAfterSec: this.#retryAfterSec() });
    }
    // The place of whoever finishes is handed over: nobody can slip in between.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }

  #retryAfterSec(): number {
    const rounds = this.depth() / this.limits.running;
    return Math.max(1, Math.ceil((rounds * this.#averageMs) / 1000));
  }
}
