import type { StoredEvent } from './stored-event.ts';

/** Events on their way to the database: in order, and never more than a limit. */
export class EventBuffer {
  #events: StoredEvent[] = [];
  #taken = 0;
  #dropped = 0;
  #done = 0;

  constructor(private readonly most: number) {}

  get waiting(): number {
    return this.#events.length;
  }

  /** How many events there was no room for. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many events were put in so far, and how many of these left: everything recorded before is written when they meet. */
  get progress(): { readonly taken: number; readonly done: number } {
    return { taken: this.#taken, done: this.#done };
  }

  put(event: StoredEvent): void {
    if (this.#events.length >= this.most) {
      this.#dropped += 1;
      return;
    }
    this.#events.push(event);
    this.#taken += 1;
  }

  /** The oldest, which stay until they are `leave`d. */
  oldest(count: number): readonly StoredEvent[] {
    return this.#events.slice(0, count);
  }

  leave(count: number): void {
    this.#events = this.#events.slice(count);
    this.#done += count;
  }
}
