/** How many good runs it takes to be let back among the others after a run that did harm. */
const REHABILITATION = 10;
const MOST_KNOWN = 5_000;

export type Standing = 'proven' | 'new' | 'harmful';

/**
 * Which programs may run beside others. A new one has shown nothing yet; one that ran into the limits of time or memory is
 * expected to do so again. Neither may occupy all threads.
 */
export class ProgramStanding {
  /** Good runs that are still needed; the order of insertion is the order of being forgotten. */
  readonly #needed = new Map<string, number>();

  of(programId: string): Standing {
    const needed = this.#needed.get(programId);
    if (needed === undefined) return 'new';
    return needed === 0 ? 'proven' : 'harmful';
  }

  didWell(programId: string): void {
    const needed = this.#needed.get(programId) ?? 1;
    if (needed > 0) this.#know(programId, needed - 1);
  }

  didHarm(programId: string): void {
    this.#know(programId, REHABILITATION);
  }

  #know(programId: string, needed: number): void {
    this.#needed.delete(programId);
    this.#needed.set(programId, needed);
    const [oldest] = this.#needed.keys();
    if (this.#needed.size > MOST_KNOWN && oldest !== undefined) this.#needed.delete(oldest);
  }
}
