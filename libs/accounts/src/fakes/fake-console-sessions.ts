import { consoleSessionTimes, type ConsoleSession, type LiveConsoleSession } from '../console-session/console-session.ts';
import { ConsoleSessions } from '../console-session/console-sessions.ts';

export class FakeConsoleSessions extends ConsoleSessions {
  readonly #open = new Map<string, ConsoleSession & { readonly seenAt: number }>();

  open(token: string, session: ConsoleSession): Promise<void> {
    this.#open.set(token, { ...session, seenAt: session.openedAt });
    return Promise.resolve();
  }

  use(token: string, now: number): Promise<LiveConsoleSession | undefined> {
    const found = this.#open.get(token);
    if (found === undefined) return Promise.resolve(undefined);
    const { seenAt, ...session } = found;
    if (now >= seenAt + consoleSessionTimes.idleMs || now >= session.endsAt) {
      this.#open.delete(token);
      return Promise.resolve(undefined);
    }
    this.#open.set(token, { ...session, seenAt: now });
    return Promise.resolve({ ...session, expiresAt: Math.min(now + consoleSessionTimes.idleMs, session.endsAt) });
  }

  end(token: string): Promise<boolean> {
    return Promise.resolve(this.#open.delete(token));
  }
}
