import type { Moment } from './plan.ts';

/** The moments of one press, as they are told. */
export class ToldMoments {
  readonly #told = new Set<Moment>();
  readonly #waiting = new Map<Moment, () => void>();

  tells(moment: Moment): void {
    this.#told.add(moment);
    this.#waiting.get(moment)?.();
  }

  has(moment: Moment): boolean {
    return this.#told.has(moment);
  }

  async come(moment: Moment, withinMs = 60_000): Promise<void> {
    if (this.#told.has(moment)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`it was never ${moment}`)), withinMs);
      this.#waiting.set(moment, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
