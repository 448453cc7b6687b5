import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CookieJar } from './cookie-jar.ts';
import { paths } from './paths.ts';
import { readQuery } from './read-query.ts';

const loginPage = /^\/blitz\/login(?:[/?]|$)/;

/**
 * A browser that shows no cookie of ours keeps none, or never got one: somebody opened a link that was made elsewhere. One
 * detour tells them apart: a cookie that means nothing is set, and the same page is asked for once more.
 */
export function probeCookies(fastify: FastifyInstance, cookies: CookieJar): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    if (!isOpen(request, cookies)) {
      done();
      return;
    }
    cookies.set(reply, 'probe', '1');
    reply.status(303).header('location', `${request.url}${request.url.includes('?') ? '&' : '?'}probe=1`).send();
  });
}

/** The probe came back. */
export function keepsCookies(request: FastifyRequest, cookies: CookieJar): boolean {
  return cookies.read(request, 'probe') !== undefined;
}

/** Whether there is a question that a detour answers: asked once, and only of browsers that look at a page. */
function isOpen(request: FastifyRequest, cookies: CookieJar): boolean {
  const { method, url, headers } = request;
  const looks = method === 'GET' && loginPage.test(url) && !url.startsWith(paths.events) && (headers.accept ?? '').includes('text/html');
  if (!looks || readQuery(request, 'probe') !== undefined) return false;
  return cookies.browserOf(request) === undefined && !keepsCookies(request, cookies);
}
