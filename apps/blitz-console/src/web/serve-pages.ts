import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '@blitz/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding } from './accepted-encoding.ts';
import { readBuiltPages, type BuiltFile, type BuiltPages, type Encoding } from './built-pages.ts';

const root = '/blitz/console/';
const usualFolder = fileURLToPath(new URL('../../../blitz-console-web/dist/', import.meta.url));

/** Mantine and Monaco set styles on elements, and Monaco starts its workers from our files: see docs/decisions/0015. */
const policy = contentSecurityPolicy({ 'style-src': "'self' 'unsafe-inline'", 'worker-src': "'self'", 'font-src': "'self' data:" });

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blitz console</title>
<h1>The pages of the console are not built</h1><p>Type <code>npm run build</code> where Blitz stands, then start blitz-console again.</p></html>`;

/** The pages of the console: one page for every address that is none of a file's, so that each can be linked to. */
export function servePages(fastify: FastifyInstance, folder: string = usualFolder): void {
  const pages = readBuiltPages(folder);
  const serve = (request: FastifyRequest, reply: FastifyReply): unknown => answer(pages, request, reply);
  fastify.get(root.slice(0, -1), serve);
  fastify.get(`${root}*`, serve);
}

function answer(pages: BuiltPages | undefined, request: FastifyRequest, reply: FastifyReply): unknown {
  const name = nameIn(request);
  const file = pages?.files.get(name);
  if (file !== undefined) return sendFile(file, request, reply);
  // A file of a build before this one, or of none; and programs that take an address of ours for one of an API.
  if (name.startsWith('assets/') || !wantsPage(request)) {
    reply.callNotFound();
    return reply;
  }
  reply.header('content-security-policy', policy).type('text/html; charset=utf-8');
  if (pages === undefined) return reply.status(503).send(notBuilt);
  return reply.header('cache-control', 'no-store').send(pages.index);
}

function sendFile({ path, type, hashed, compressed }: BuiltFile, request: FastifyRequest, reply: FastifyReply): unknown {
  const encoding = acceptedEncoding(request.headers['accept-encoding'], Object.keys(compressed) as Encoding[]);
  reply.type(type).header('vary', 'accept-encoding').header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  return reply.send(createReadStream((encoding === undefined ? undefined : compressed[encoding]) ?? path));
}

function nameIn({ params }: FastifyRequest): string {
  return (params as Readonly<Record<string, string | undefined>>)['*'] ?? '';
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}
