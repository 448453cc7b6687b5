import { inspect } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** Nest tells of every module and route it wires; that is for whoever debugs the wiring. */
const wiring = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** They log what keeps the service from starting or listening, and throw it: `run` tells it, once. */
const startFailures = new Set(['ExceptionHandler', 'NestApplication']);

/** What Nest itself, and whoever uses its `Logger`, says goes into the same log as everything else. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    const context = contextOf(rest);
    this.lines[wiring.has(context) ? 'debug' : 'info']({ context }, text(message));
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.lines.debug({ context: contextOf(rest) }, text(message));
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.debug(message, ...rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.lines.warn({ context: contextOf(rest), ...errorOf(message) }, text(message));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = contextOf(rest);
    this.lines[startFailures.has(context) ? 'debug' : 'error']({ context, ...errorOf(message, rest) }, text(message));
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.lines.fatal({ context: contextOf(rest), ...errorOf(message, rest) }, text(message));
  }
}

/** Nest appends the name of the class that speaks. In a bundle it may have become `_RoutesResolver` or `RoutesResolver2`. */
function contextOf(rest: readonly unknown[]): string {
  const last = rest.at(-1);
  return typeof last === 'string' ? last.replace(/^_+|\d+$/g, '') : '';
}

/** Nest gives an error as it is, or its words as the message and its stack behind them. */
function errorOf(message: unknown, rest: readonly unknown[] = []): object {
  if (message instanceof Error) return { err: message };
  const stack = rest.find((each) => typeof each === 'string' && each.includes('\n    at '));
  return stack === undefined ? {} : { err: { stack } };
}

function text(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : inspect(message, { depth: 2 });
}
