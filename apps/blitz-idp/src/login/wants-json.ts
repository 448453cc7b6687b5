import type { FastifyRequest } from 'fastify';

/** Headless clients say so; browsers always name text/html. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
