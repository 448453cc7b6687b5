import { SystemClock } from '@blitz/kernel';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import type { LogLevel } from '../environment/web-environment.ts';
import { Correlation } from '../http/correlation.ts';
import { maskNumbers } from './mask-numbers.ts';
import { RequestLog } from './request-log.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The two logs of a process, and the way to push out what they hold back. */
export interface Logs {
  readonly log: Logger;
  /** Missing when the level is higher than `info`. */
  readonly requests: RequestLog | undefined;
  /** At once: for a process that ends in the middle of something. What is being written right now may come out of order. */
  flush(): void;
  /** Resolves when all lines are out, in their order. */
  flushed(): Promise<void>;
}

/** Where lines go. */
export interface Sink extends DestinationStream {
  flushSync?(): void;
  flush?(done: () => void): void;
}

/**
 * @param sink where lines go; by default the standard output, written asynchronously: under load many lines leave with one
 * system call. `flush` has to be called before the process ends.
 */
export function createLogs(service: string, level: LogLevel, sink?: Sink): Logs {
  const output: Sink = sink ?? destination({ fd: 1, sync: false });
  const base = { service, pid: process.pid };
  const write = (lines: string): void => {
    output.write(lines);
  };
  const requests = new RequestLog(JSON.stringify(base).slice(1, -1), write, new SystemClock());
  const masked = {
    write: (line: string): void => {
      requests.flush();
      write(maskNumbers(line));
    },
  };
  const log = pino({ ...shape, level, base }, masked);
  return { log, requests: log.isLevelEnabled('info') ? requests : undefined, flush, flushed };

  function flush(): void {
    requests.flush();
    output.flushSync?.();
  }

  async function flushed(): Promise<void> {
    requests.flush();
    await new Promise<void>((resolve) => (output.flush === undefined ? resolve() : output.flush(() => resolve())));
  }
}

function mixin(): object {
  const correlationId = Correlation.current();
  return correlationId === undefined ? {} : { correlationId };
}

const logMethod: NonNullable<LoggerOptions['hooks']>['logMethod'] = function (given, write) {
  const [first, ...others] = given as readonly unknown[];
  const fields = first instanceof Error ? { err: withoutSecrets(first) } : withoutSecrets(first);
  Reflect.apply<Logger, unknown[], unknown>(write, this, [fields, ...others.map((each) => withoutSecrets(each))]);
};

const shape: LoggerOptions = {
  mixin,
  hooks: { logMethod },
  // Errors have been taken apart by `withoutSecrets`; pino's own serializer would do it once more.
  serializers: { err: (error: unknown) => error },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
};
