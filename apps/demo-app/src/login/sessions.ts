import type { Clock } from '@blitz/kernel';
import { newId } from '@blitz/kernel';
import type { Session } from './session.ts';

const lifetimeMs = 8 * 3_600_000;
const most = 1_000;

/** In memory: a demo forgets everything when it ends. */
export class Sessions {
  readonly #sessions = new Map<string, { readonly session: Session; readonly until: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(): Session {
    const session: Session = { id: newId(), pending: new Map() };
    this.#sessions.set(session.id, { session, until: this.#clock.now() + lifetimeMs });
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > most && oldest !== undefined) this.#sessions.delete(oldest);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    const kept = id === undefined ? undefined : this.#sessions.get(id);
    return kept !== undefined && this.#clock.now() < kept.until ? kept.session : undefined;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }
}
