import type { Actor } from '@blitz/audit';
import { Inject, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, from, lastValueFrom, of, type Observable } from 'rxjs';
import type { Caller } from '../access/caller.ts';
import { Callers } from '../access/callers.ts';
import { Environment } from '../assembly/tokens.ts';
import { noteAsked } from './asked.ts';
import { checkSchema } from './check-schema.ts';
import { IdempotentAnswers } from './idempotent-answers.ts';
import { readAsked } from './read-asked.ts';
import { routeOf } from './serves.ts';
import { successOf, type Route } from './route.ts';
import { etag, Tagged } from './tagged.ts';

/** Stands around every handler of the admin API: reads what is asked before it, and sends its answer. */
export class ServeRoutes implements NestInterceptor {
  @Inject(Reflector) private readonly reflector!: Reflector;
  @Inject(Callers) private readonly callers!: Callers;
  @Inject(IdempotentAnswers) private readonly answers!: IdempotentAnswers;
  @Inject(Environment) private readonly environment!: Environment;

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const route = routeOf(this.reflector, context.getHandler() as () => unknown);
    if (route === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const caller = this.callers.get(request);
    const parts = readAsked(route, request);
    noteAsked(request, { ...parts, actor: actorOf(request, caller), caller, request, reply });
    const answer = route.idempotent === true ? from(this.#once(route, request, caller, next)) : next.handle();
    return answer.pipe(concatMap((each) => of(this.#send(route, reply, each))));
  }

  /** The answer to a repetition is the first one's. */
  async #once(route: Route, request: FastifyRequest, caller: Caller, next: CallHandler<unknown>): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    if (key === undefined) return lastValueFrom(next.handle());
    const fingerprint = JSON.stringify([request.params, request.query, request.body]);
    const asking = { scope: `${caller.kind} ${caller.id} ${route.method} ${route.path}`, key: String(key), fingerprint };
    const before = await this.answers.claim(asking);
    if (before !== undefined) return revived(before.answer);
    try {
      const answer = await lastValueFrom(next.handle());
      await this.answers.keep(asking, answer instanceof Tagged ? { version: answer.version, body: answer.body as unknown } : { body: answer });
      return answer;
    } catch (error) {
      await this.answers.forget(asking);
      throw error;
    }
  }

  #send(route: Route, reply: FastifyReply, answer: unknown): unknown {
    if (route.streams !== undefined) return answer;
    const body: unknown = answer instanceof Tagged ? answer.body : answer;
    if (answer instanceof Tagged) reply.header('etag', etag(answer.version));
    const schema = route.answers[successOf(route)];
    // The document must not say what isn't so; whoever works on it is told at once, whoever relies on it gets their answer.
    if (schema !== undefined && schema !== null && !this.environment.value.web.production) {
      const wrong = checkSchema(schema, JSON.parse(JSON.stringify(body ?? null)), '');
      if (wrong.length > 0) throw new Error(`${route.method} ${route.path} answers otherwise than it is described: ${JSON.stringify(wrong)}`);
    }
    return body;
  }
}

function revived(kept: unknown): unknown {
  const { version, body } = kept as { readonly version?: number; readonly body?: unknown };
  return version === undefined ? body : new Tagged(version, body);
}

function actorOf(request: FastifyRequest, { id, kind }: Caller): Actor {
  return { id, kind, address: request.ip, userAgent: request.headers['user-agent'] ?? '', correlationId: request.id };
}
