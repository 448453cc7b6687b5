import { setTimeout as delay } from 'node:timers/promises';
import type { Stopping } from './stopping.ts';

const patienceMs = 1_000;

/** Whether a service can do its work now. Whoever opens a connection adds the question that tells whether it is usable. */
export class Readiness {
  readonly #checks = new Map<string, () => Promise<unknown>>();
  #asking: Promise<readonly string[]> | undefined;

  constructor(private readonly stopping: Stopping) {}

  /** @param check resolves when all is well; a rejection, or no answer within a second, means it is not. */
  add(name: string, check: () => Promise<unknown>): void {
    this.#checks.set(name, check);
  }

  /**
   * What is missing; nothing means ready. Many who ask at once cause one question to each store, so that nobody can wear
   * a store out through this door.
   */
  async missing(): Promise<readonly string[]> {
    if (this.stopping.begun) return ['stopping'];
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<readonly string[]> {
    const names = [...this.#checks.keys()];
    const answers = await Promise.all([...this.#checks.values()].map(answersInTime));
    return names.filter((_, at) => answers[at] === false);
  }
}

async function answersInTime(check: () => Promise<unknown>): Promise<boolean> {
  const answered = new AbortController();
  const late = delay(patienceMs, false, { signal: answered.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([check().then(() => true), late]);
  } catch {
    return false;
  } finally {
    answered.abort();
  }
}
