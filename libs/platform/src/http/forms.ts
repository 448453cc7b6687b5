import { parse } from 'node:querystring';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';

const mostFields = 200;

/** Reads HTML forms. A field given twice becomes an array: a route that wants one text says so, and refuses the array. */
export async function readForms(fastify: FastifyInstance): Promise<void> {
  // Nothing of ours is sent as plain text; without its parser such a body is refused (415).
  fastify.removeContentTypeParser('text/plain');
  await fastify.register(formbody, { parser: readForm });
}

/** The result has no prototype; `__proto__` is dropped because code that copies a form would bring it back to life. */
function readForm(text: string): Record<string, unknown> {
  const form = parse(text, '&', '=', { maxKeys: mostFields });
  delete form['__proto__'];
  return form;
}
