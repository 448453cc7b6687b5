import type { FastifyRequest } from 'fastify';

export function readQuery(request: FastifyRequest, name: string): string | undefined {
  // An address that the router could not read has no query at all.
  const value = (request.query as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : undefined;
}
