import type { FastifyRequest } from 'fastify';

/** RFC 6750, 2.1 */
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;

/** The token that a request brings. */
export function bearerToken({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return bearer.exec(headers.authorization ?? '')?.[1];
}
