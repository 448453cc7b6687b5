import type { FastifyInstance } from 'fastify';
import { trouble } from '../login/trouble.ts';

/** @param issuer where a form may lead to besides ourselves: logging out ends at the provider. */
const headers = (issuer: URL): Readonly<Record<string, string>> => ({
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${issuer.origin}; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  vary: 'accept-language',
});

/** The same protection for every answer; and no foreign page may press our buttons. */
export function guard(app: FastifyInstance, issuer: URL): void {
  const fixed = headers(issuer);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(fixed);
    const foreign = request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
    done(foreign ? trouble('origin_foreign') : undefined);
  });
}
