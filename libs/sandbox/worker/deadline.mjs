/** A promise can swallow the end of its executor and go on: then the engine is left as it stands. */
const GRACE_MS = 25;
/** However little of its time the machine gave us. */
const MOST_TIMES = 3;

/** Thrown through the engine, which is worth nothing afterwards. */
export class TooLong extends Error {}

/**
 * Time of execution. On a machine that has other things to do the clock goes on while a run stands still: so it is over when both
 * the clock and the processor time of this process say so. The latter counts the other threads, too, and is never too little.
 */
export class Deadline {
  /** Whether something was told to end. */
  passed = false;
  #ms;
  #began = performance.now();
  #used = process.cpuUsage();
  #passedAt = 0;

  constructor(ms) {
    this.#ms = ms;
  }

  /** Asked by the engine every so many steps; `true` ends what runs. */
  isOver() {
    const now = performance.now();
    if (this.passed) {
      if (now - this.#passedAt > GRACE_MS) throw new TooLong();
      return true;
    }
    const took = now - this.#began;
    if (took < this.#ms || (took < this.#ms * MOST_TIMES && this.#usedMs() < this.#ms)) return false;
    this.#passedAt = now;
    return (this.passed = true);
  }

  #usedMs() {
    const { user, system } = process.cpuUsage(this.#used);
    return (user + system) / 1000;
  }
}
