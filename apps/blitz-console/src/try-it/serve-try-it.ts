import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentSecurityPolicy } from '@blitz/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileUrl, tryItFiles, tryItPath, type TryItFile } from './try-it-paths.ts';
import { tryItPage } from './try-it-page.ts';

interface Served {
  readonly plain: Buffer;
  readonly compressed: Buffer;
  readonly tag: string;
}

/** Swagger UI writes styles into its elements. Scripts stay our own files, and nothing is asked elsewhere. */
const policy = contentSecurityPolicy({ 'style-src': "'self' 'unsafe-inline'" });

/** A page on which the admin API can be tried: with the session of whoever is logged in to the console, or with a token. */
export function serveTryIt(fastify: FastifyInstance): void {
  fastify.get(tryItPath, (_request, reply) => reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(tryItPage));
  for (const file of tryItFiles) serveFile(fastify, file);
}

function serveFile(fastify: FastifyInstance, file: TryItFile): void {
  const type = file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  // One and a half megabytes, which few people ever ask for: read when somebody does, and once.
  let served: Promise<Served> | undefined;
  fastify.get(fileUrl(file), async (request, reply) => {
    served ??= read(file);
    return send(request, reply.type(type), await served);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, { plain, compressed, tag }: Served): FastifyReply {
  reply.headers({ etag: tag, vary: 'accept-encoding', 'cache-control': 'no-cache' });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return packs ? reply.header('content-encoding', 'gzip').send(compressed) : reply.send(plain);
}

async function read(file: TryItFile): Promise<Served> {
  const plain = await readFile(placeOf(file));
  return { plain, compressed: await promisify(gzip)(plain), tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
}

/** `assets` stands beside `src` and `dist`, so that the same path leads there from both. */
function placeOf(file: TryItFile): string | URL {
  if (file.startsWith('try-it')) return new URL(`../../assets/${file}`, import.meta.url);
  return createRequire(import.meta.url).resolve(`swagger-ui-dist/${file}`);
}
