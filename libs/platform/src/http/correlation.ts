import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { maskNumbers } from '../log/mask-numbers.ts';

const storage = new AsyncLocalStorage<string>();
const acceptable = /^[\w.-]{8,64}$/;

/** Names belong to one process and count up: cheap, and no two processes share the beginning. */
const beginning = `c${randomBytes(9).toString('hex')}`;
let last = 0;

/**
 * The id that ties together all that one request caused: log lines, queue jobs, calls of a provider, audit events. It is
 * carried along asynchronous work by itself; what leaves the process (a job, an HTTP header) takes `current()` with it, and
 * the other side goes on with `run`.
 */
export class Correlation {
  /** The id of the work at hand, or nothing outside of any. */
  static current(): string | undefined {
    return storage.getStore();
  }

  static run<Result>(id: string, work: () => Result): Result {
    return storage.run(id, work);
  }

  static next(): string {
    return `${beginning}-${(++last).toString(36)}`;
  }

  /** Whether a text that came from outside may be used as an id: it is short, plain, and can't be taken for a telephone number. */
  static accepts(text: unknown): text is string {
    return typeof text === 'string' && acceptable.test(text) && maskNumbers(text) === text;
  }
}
