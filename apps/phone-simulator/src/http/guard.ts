import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The same protection for every answer; and no foreign page may press our buttons. */
export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    const foreign = request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
    done(foreign ? new Problem(403, 'origin_foreign', 'Another site may not do that') : undefined);
  });
}
