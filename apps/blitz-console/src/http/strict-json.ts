import { DomainError } from '@blitz/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { repeatsNames } from './repeated-names.ts';

export type JsonErrorCode = 'fields_repeated';

/** Bodies are JSON, and say everything once. Forms are not read at all. */
export function readStrictJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, text: string, done) => {
    // Scripts say that they speak JSON with every request; what is deleted is named by its address.
    if (text === '' && request.method === 'DELETE') {
      done(null, undefined);
      return;
    }
    void parse(request, text, (error, value: unknown) => {
      if (error === null && repeatsNames(text, value)) done(new DomainError<JsonErrorCode>('fields_repeated'));
      else done(error, value);
    });
  });
}
