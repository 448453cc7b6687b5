import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@blitz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';
import { httpCode } from './http-codes.ts';
import { isOutage } from './outage.ts';
import { problem, problemType } from './problem.ts';
import type { Problem, ProblemDetail } from './problem.ts';

/** When to come back after a store was out of reach. */
const outageSec = 5;

/** Which status a code of the domain has on the wire. Each app writes its own, `satisfies Record<ErrorCode, number>`. */
export type Statuses = Readonly<Record<string, number>>;

/** A page instead of JSON for those who ask for pages. Nothing: answer JSON after all. */
export type RenderHtml = (status: number, problem: Problem, request: FastifyRequest) => string | undefined;

/** What an answer tells beyond an error's details: lists don't fit in them. */
export type Describe = (error: DomainError) => Readonly<Record<string, ProblemDetail>>;

/**
 * Everything that was thrown, on its way to the client. Only what a DomainError offers as details is shown; texts of other
 * errors stay in the log, because they quote addresses, queries and input.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly statuses: Statuses,
    private readonly renderHtml: RenderHtml = () => undefined,
    private readonly describe: Describe = () => ({}),
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const found = this.#problemOf(thrown, request.id);
    this.#tell(thrown, found);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (typeof found['retryAfterSec'] === 'number') reply.header('retry-after', String(found['retryAfterSec']));
    const page = wantsPage(request) ? this.#page(found, request) : undefined;
    reply.header('vary', 'accept').status(found.status);
    reply.type(page === undefined ? problemType : 'text/html; charset=utf-8').send(page ?? JSON.stringify(found));
  }

  #problemOf(thrown: unknown, correlationId: string): Problem {
    if (isDomainError(thrown)) {
      const status = this.statuses[thrown.code];
      if (status !== undefined) return problem(status, thrown.code, correlationId, { ...thrown.details, ...this.describe(thrown) });
    }
    if (isOutage(thrown)) return problem(503, httpCode(503), correlationId, { retryAfterSec: outageSec });
    const status = thrown instanceof HttpException ? thrown.getStatus() : clientStatus(thrown);
    return problem(status, httpCode(status), correlationId);
  }

  #tell(thrown: unknown, { status, code, correlationId }: Problem): void {
    if (status >= 500) this.log.error({ err: thrown, status, code, correlationId }, 'a request failed');
    else this.log.debug({ err: thrown, status, code, correlationId }, 'a request was refused');
  }

  /** A template that fails must not hide the problem it was to show. */
  #page(found: Problem, request: FastifyRequest): string | undefined {
    try {
      return this.renderHtml(found.status, found, request);
    } catch (error) {
      this.log.error({ err: error, correlationId: request.id }, 'the page of a problem could not be made');
      return undefined;
    }
  }
}

function isDomainError(thrown: unknown): thrown is DomainError {
  return thrown instanceof DomainError;
}

/** Fastify's own errors carry the status of what the client did wrong; whatever else carries one is not believed. */
function clientStatus(thrown: unknown): number {
  const fastify = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('FST_ERR_');
  const status: unknown = fastify && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}
