import type { Actor } from '@blitz/audit';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';
import type { AskedParts, Route } from './route.ts';

/** A request that was let in and read: what a handler works with. */
export interface Asked<R extends Route> extends AskedParts<R> {
  /** For the journal. */
  readonly actor: Actor;
  readonly caller: Caller;
  /** For handlers that read or write streams. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const known = new WeakMap<object, Asked<Route>>();

/** Keeps what was read of a request until its handler asks. */
export function noteAsked(request: object, asked: Asked<Route>): void {
  known.set(request, asked);
}

/** Gives a handler what was asked: `@Asked() { params, body, actor }: Asked<typeof changeUser>`. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext) => known.get(context.switchToHttp().getRequest<object>()));
