import { DomainError } from '@blitz/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export type JsonErrorCode = 'fields_repeated';

/**
 * Bodies are JSON, and say everything once: of a name that is given twice a proxy may read the first value and we the last
 * (RFC 8259, 4). Forms are not read at all.
 */
export function readStrictJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, text: string, done) => {
    void parse(request, text, (error, value: unknown) => {
      if (error === null && namesWritten(text) !== namesKept(value)) done(new DomainError<JsonErrorCode>('fields_repeated'));
      else done(error, value);
    });
  });
}

/** @param text valid JSON: what is no text in it has no quotes */
function namesWritten(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** Without recursion: how deep it goes is the sender's choice. */
function namesKept(value: unknown): number {
  const left = [value];
  let count = 0;
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    const inner: unknown[] = Object.values(each);
    if (!Array.isArray(each)) count += inner.length;
    for (const one of inner) if (typeof one === 'object') left.push(one);
  }
  return count;
}
