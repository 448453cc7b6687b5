/** Milliseconds since the epoch, from one place, so that tests can move time instead of waiting for it. */
export abstract class Clock {
  abstract now(): number;
}
