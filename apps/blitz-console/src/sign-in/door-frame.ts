import { pickLanguage, type Frame } from '@blitz/pages';
import type { FastifyRequest } from 'fastify';

/** What surrounds the pages at the console's door. Nothing of the query but the language comes back in them. */
export function doorFrame(request: FastifyRequest, path: string): Frame {
  const query = request.query as Readonly<Record<string, unknown>>;
  const language = pickLanguage({
    query: query['lang'],
    cookie: request.cookies['blitz_lang'] ?? request.cookies['__Host-blitz_lang'],
    uiLocales: undefined,
    acceptLanguage: request.headers['accept-language'],
    fallback: 'en',
  });
  return { language, path };
}
