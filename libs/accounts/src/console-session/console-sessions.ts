import type { ConsoleSession, LiveConsoleSession } from './console-session.ts';

/** Sessions of blitz-console. Their tokens are kept as digests only. */
export abstract class ConsoleSessions {
  abstract open(token: string, session: ConsoleSession): Promise<void>;
  /** Something happens in it: it lives on for the idle time, never beyond its end. */
  abstract use(token: string, now: number): Promise<LiveConsoleSession | undefined>;
  /** @returns whether there was one */
  abstract end(token: string): Promise<boolean>;
}
