import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const types = { 'page.css': 'text/css; charset=utf-8', 'page.js': 'text/javascript; charset=utf-8', 'icon.svg': 'image/svg+xml' };

/** `assets` stands beside `src` and `dist`, so that the same path leads there from both. */
export function serveAssets(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(types)) {
    const content = readFileSync(new URL(`../../assets/${name}`, import.meta.url));
    app.get(`/assets/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(content));
  }
}
