import { Clock } from '@blitz/kernel';

/** Time that stands until a test moves it. */
export class MovableClock extends Clock {
  #now = Date.UTC(2030, 0, 1);

  now(): number {
    return this.#now;
  }

  passes(ms: number): void {
    this.#now += ms;
  }
}
