import { Clock, SystemClock } from '@blitz/kernel';

/** Time that moves when the test says so, beginning now. */
export class MovableClock extends Clock {
  readonly #system = new SystemClock();
  #aheadMs = 0;

  now(): number {
    return this.#system.now() + this.#aheadMs;
  }

  passes({ sec }: { readonly sec: number }): void {
    this.#aheadMs += sec * 1000;
  }
}
