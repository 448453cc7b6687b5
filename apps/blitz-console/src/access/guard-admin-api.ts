import { DomainError, type Clock } from '@blitz/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { privilegesFor, type Route } from '../api/route.ts';
import type { AccessErrorCode } from './access-error.ts';
import type { AccessTokens } from './access-tokens.ts';
import { adminRoute, isAdminUrl, isOpen } from './admin-routes.ts';
import { bearerToken } from './bearer-token.ts';
import type { Caller } from './caller.ts';
import type { Callers } from './callers.ts';
import type { SessionCallers } from './session-callers.ts';

export interface Doormen {
  readonly tokens: AccessTokens;
  readonly sessions: SessionCallers;
  readonly callers: Callers;
  readonly clock: Clock;
}

/** Stands before every route of the admin API, and before its body is read. */
export function guardAdminApi(fastify: FastifyInstance, doormen: Doormen): void {
  fastify.addHook('onRoute', limitBody);
  fastify.addHook('onRequest', async (request, reply) => {
    const { method, url } = request.routeOptions;
    if (url === undefined || !isAdminUrl(url)) return;
    const name = typeof method === 'string' ? method : '';
    if (isOpen(name, url)) return;
    doormen.callers.note(request, await letIn(request, reply, doormen, adminRoute(name, url)));
  });
}

async function letIn(request: FastifyRequest, reply: FastifyReply, doormen: Doormen, route: Route | undefined): Promise<Caller> {
  const caller = await whoComes(request, reply, doormen);
  const wanted = route === undefined ? [] : privilegesFor(route);
  if (route === undefined || !wanted.some((each) => caller.privileges.includes(each))) {
    throw refusal(reply, 'privilege_missing', `Bearer error="insufficient_scope", scope="${wanted.join(' ')}"`);
  }
  const isFresh = caller.kind === 'program' || (caller.freshUntil ?? 0) > doormen.clock.now();
  if (route.fresh === true && !isFresh) throw new DomainError<AccessErrorCode>('reauthentication_required');
  return caller;
}

/** By a token alone, if there is one: a browser's cookie that came along says nothing about the program that sent it. */
async function whoComes(request: FastifyRequest, reply: FastifyReply, { tokens, sessions }: Doormen): Promise<Caller> {
  const { authorization } = request.headers;
  const token = bearerToken(request);
  if (token !== undefined) {
    return tokens.read(token).catch((error: unknown) => {
      const invalid = error instanceof DomainError && error.code === 'token_invalid';
      throw invalid ? refusal(reply, 'token_invalid', 'Bearer error="invalid_token"', error) : error;
    });
  }
  const person = authorization === undefined ? await sessions.find(request) : undefined;
  // RFC 6750, 3: who brings nothing is told how to come, and no more.
  if (person === undefined) throw refusal(reply, 'authentication_required', 'Bearer');
  return person;
}

function refusal(reply: FastifyReply, code: AccessErrorCode, challenge: string, cause?: unknown): DomainError<AccessErrorCode> {
  reply.header('www-authenticate', challenge);
  return new DomainError<AccessErrorCode>(code, {}, { cause });
}

/** @throws at the start, when a route is described nowhere */
function limitBody(options: RouteOptions & { bodyLimit?: number }): void {
  if (!isAdminUrl(options.url)) return;
  for (const method of [options.method].flat()) {
    if (isOpen(method, options.url)) continue;
    const route = adminRoute(method, options.url);
    if (route === undefined) throw new Error(`${method} ${options.url} is described by no route (api/sections.ts)`);
    if (route.bodyLimit !== undefined) options.bodyLimit = route.bodyLimit;
  }
}
