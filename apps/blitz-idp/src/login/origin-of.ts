import type { Origin } from '@blitz/factors';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, for the journal. The address is what trusted proxies say, and the peer's otherwise. */
export function originOf(request: FastifyRequest, clientId?: string): Origin {
  return {
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 512),
    correlationId: request.id,
    ...(clientId === undefined ? {} : { clientId }),
  };
}
