import { Clock } from '@blitz/kernel';

/** Time that moves when the test says so, beginning now. */
export class MovableClock extends Clock {
  #aheadMs = 0;

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  passes({ sec = 0, min = 0 }: { readonly sec?: number; readonly min?: number }): void {
    this.#aheadMs += (min * 60 + sec) * 1000;
  }
}
