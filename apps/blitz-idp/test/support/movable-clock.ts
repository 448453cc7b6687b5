import { Clock } from '@blitz/kernel';

const systemNow = Date.now.bind(Date);

/** Time that moves when the test says so, beginning now. */
export class MovableClock extends Clock {
  #aheadMs = 0;

  now(): number {
    return systemNow() + this.#aheadMs;
  }

  passes({ sec = 0, min = 0, days = 0 }: { readonly sec?: number; readonly min?: number; readonly days?: number }): void {
    this.#aheadMs += ((days * 1440 + min) * 60 + sec) * 1000;
  }

  /** What asks the system for the time, oidc-provider above all, is told this one as well: in this spec file, to its end. */
  rulesEverything(): void {
    Date.now = () => this.now();
  }
}
