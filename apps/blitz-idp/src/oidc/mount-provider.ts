import type { IncomingMessage } from 'node:http';
import { Correlation, handOver } from '@blitz/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routes } from './protocol.ts';
import type { ProviderHolder } from './provider-holder.ts';

const prefix = '/blitz';

/** Each address with the methods that oidc-provider answers there. Whatever else comes is met by our own "no such page". */
const addresses: readonly (readonly [path: string, methods: readonly string[]])[] = [
  [routes.authorization, ['GET', 'POST']],
  [`${routes.authorization}/:uid`, ['GET']],
  [routes.token, ['POST', 'OPTIONS']],
  [routes.userinfo, ['GET', 'POST', 'OPTIONS']],
  [routes.introspection, ['POST', 'OPTIONS']],
  [routes.revocation, ['POST', 'OPTIONS']],
  [routes.end_session, ['GET', 'POST']],
  [`${routes.end_session}/confirm`, ['POST']],
  [`${routes.end_session}/success`, ['GET']],
  [routes.jwks, ['GET', 'OPTIONS']],
  ['/.well-known/openid-configuration', ['GET', 'OPTIONS']],
  ['/.well-known/oauth-authorization-server', ['GET', 'OPTIONS']],
];

/**
 * Gives oidc-provider its addresses, before any body is read: it reads forms itself. Headers that Fastify would have sent are
 * sent all the same.
 *
 * @param publicUrl where people and applications see us, whatever the request says of itself
 */
export function mountProvider(fastify: FastifyInstance, holder: ProviderHolder, publicUrl: string): void {
  const seenAs = new URL(publicUrl);
  const onRequest = (request: FastifyRequest, reply: FastifyReply): void => {
    const { request: raw, response } = handOver(reply);
    const inside = Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(prefix.length) });
    sayWhereWeAre(inside, seenAs, request.ip);
    Correlation.run(request.id, () => {
      holder.answer(inside, response);
    });
  };
  for (const [path, method] of addresses) {
    fastify.route({ method: [...method], url: `${prefix}${path}`, onRequest, handler: () => undefined });
  }
}

/**
 * oidc-provider makes its addresses from what the request says of itself. A stranger's `Host` or `X-Forwarded-Host`, or a proxy's
 * inner name, must not get into them: whatever came, it is told the one address that is configured.
 */
function sayWhereWeAre({ headers }: IncomingMessage, { host, protocol }: URL, ip: string): void {
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  headers['x-forwarded-for'] = ip;
}
