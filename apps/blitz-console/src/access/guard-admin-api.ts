import { DomainError } from '@blitz/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { AccessErrorCode } from './access-error.ts';
import type { AccessTokens } from './access-tokens.ts';
import { adminRoute, isAdminUrl, type AdminRoute } from './admin-routes.ts';
import type { Callers } from './callers.ts';

/** RFC 6750, 2.1 */
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;

/** Stands before every route of the admin API, and before its body is read. */
export function guardAdminApi(fastify: FastifyInstance, tokens: AccessTokens, callers: Callers): void {
  fastify.addHook('onRoute', limitBody);
  fastify.addHook('onRequest', async (request, reply) => {
    const { method, url } = request.routeOptions;
    if (url === undefined || !isAdminUrl(url)) return;
    const route = typeof method === 'string' ? adminRoute(method, url) : undefined;
    callers.note(request, await letIn(request, reply, tokens, route));
  });
}

async function letIn({ headers }: FastifyRequest, reply: FastifyReply, tokens: AccessTokens, route: AdminRoute | undefined) {
  const [, token] = bearer.exec(headers.authorization ?? '') ?? [];
  // RFC 6750, 3: who brings nothing is told how to come, and no more.
  if (token === undefined) throw refusal(reply, 'authentication_required', 'Bearer');
  const caller = await tokens.read(token).catch((error: unknown) => {
    const invalid = error instanceof DomainError && error.code === 'token_invalid';
    throw invalid ? refusal(reply, 'token_invalid', 'Bearer error="invalid_token"', error) : error;
  });
  if (route === undefined || !caller.privileges.includes(route.privilege)) {
    throw refusal(reply, 'privilege_missing', `Bearer error="insufficient_scope", scope="${route?.privilege ?? ''}"`);
  }
  return caller;
}

function refusal(reply: FastifyReply, code: AccessErrorCode, challenge: string, cause?: unknown): DomainError<AccessErrorCode> {
  reply.header('www-authenticate', challenge);
  return new DomainError<AccessErrorCode>(code, {}, { cause });
}

/** @throws at the start, when a route has no privilege */
function limitBody(options: RouteOptions & { bodyLimit?: number }): void {
  if (!isAdminUrl(options.url)) return;
  for (const method of [options.method].flat()) {
    const route = adminRoute(method, options.url);
    if (route === undefined) throw new Error(`${method} ${options.url} stands in no table of privileges (admin-routes.ts)`);
    if (route.bodyLimit !== undefined) options.bodyLimit = route.bodyLimit;
  }
}
