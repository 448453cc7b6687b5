import type { LogFn } from 'pino';

/** What rooms above the platform write to: JSON lines of pino. Fields first, a message of ours second. */
export abstract class Log {
  abstract readonly fatal: LogFn;
  abstract readonly error: LogFn;
  abstract readonly warn: LogFn;
  abstract readonly info: LogFn;
  abstract readonly debug: LogFn;
  abstract isLevelEnabled(level: string): boolean;
}
