import { assets } from '@blitz/pages';
import type { FastifyInstance } from 'fastify';

/** Styles, fonts and scripts of the pages at the door, under the addresses that they have at blitz-idp. */
export function serveDoorAssets(fastify: FastifyInstance): void {
  for (const { path, type, body } of assets) {
    fastify.get(path, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(body));
  }
}
