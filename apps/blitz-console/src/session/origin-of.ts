import type { AuditOrigin } from '@blitz/audit';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, for the journal. */
export function originOf(request: FastifyRequest): AuditOrigin {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '', correlationId: request.id };
}
