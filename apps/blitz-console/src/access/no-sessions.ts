import type { Caller } from './caller.ts';
import { SessionCallers } from './session-callers.ts';

/** Programs only. */
export class NoSessions extends SessionCallers {
  find(): Promise<Caller | undefined> {
    return Promise.resolve(undefined);
  }
}
