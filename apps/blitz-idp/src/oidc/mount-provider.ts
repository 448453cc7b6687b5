import { Correlation, handOver } from '@blitz/platform';
import type { FastifyInstance } from 'fastify';
import type { ProviderHolder } from './provider-holder.ts';

const prefix = '/blitz';
const mounted = /^\/blitz\/(?:oauth\/|\.well-known\/)/;

/**
 * Gives oidc-provider its addresses, before any body is read: it reads forms itself. Headers that Fastify would have sent are
 * sent all the same.
 */
export function mountProvider(fastify: FastifyInstance, holder: ProviderHolder): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!mounted.test(request.url)) {
      done();
      return;
    }
    const { request: raw, response } = handOver(reply);
    const inside = Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(prefix.length) });
    Correlation.run(request.id, () => {
      holder.answer(inside, response);
    });
  });
}
