import type { Clock } from '@blitz/kernel';
import { newId } from '@blitz/kernel';
import type { Call, Deed } from './call.ts';
import { asOf, moved } from './call.ts';
import { sameLine } from './phone-number.ts';

const kept = 500;

/** The last calls, in memory only, and whoever wants to hear of the next. */
export class Calls {
  #calls: readonly Call[] = [];
  readonly #listeners = new Set<(call: Call) => unknown>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  place(call: Omit<Call, 'id' | 'at'>): Call {
    const placed: Call = { ...call, id: newId(), at: this.#clock.now() };
    this.#calls = [placed, ...this.#calls].slice(0, kept);
    this.#tell(placed);
    return placed;
  }

  /** Newest first; those of one phone if it is named. */
  recent(to?: string): readonly Call[] {
    const now = this.#clock.now();
    const wanted = to === undefined ? this.#calls : this.#calls.filter((call) => sameLine(call.to, to));
    return wanted.map((call) => asOf(call, now));
  }

  find(id: string): Call | undefined {
    const call = this.#calls.find((each) => each.id === id);
    return call && asOf(call, this.#clock.now());
  }

  /** @returns the call after the deed; undefined if there is no such call or it can't be done to it now. */
  move(id: string, deed: Deed): Call | undefined {
    const call = this.find(id);
    const after = call && moved(call, deed);
    if (after === undefined) return undefined;
    this.#calls = this.#calls.map((each) => (each.id === id ? after : each));
    this.#tell(after);
    return after;
  }

  /** @returns the way to stop listening. */
  listen(listener: (call: Call) => unknown): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(call: Call): void {
    for (const listener of this.#listeners) listener(call);
  }
}
