import type { Caller } from './caller.ts';

/** Who stands behind each request that was let in. */
export class Callers {
  readonly #known = new WeakMap<object, Caller>();

  note(request: object, caller: Caller): void {
    this.#known.set(request, caller);
  }

  /** @throws when nobody was let in: a route outside of the admin API asks, and that is a mistake of ours */
  get(request: object): Caller {
    const caller = this.#known.get(request);
    if (caller === undefined) throw new Error('this request was not let in');
    return caller;
  }
}
