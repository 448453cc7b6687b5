import { Clock } from './clock.ts';

/** The machine's clock: the only caller of `Date.now()`. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
