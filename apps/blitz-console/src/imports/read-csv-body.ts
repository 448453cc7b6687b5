import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { routerPath } from '../api/route.ts';
import { beginImport } from './imports.routes.ts';

/** CSV is read by the route of imports alone, and by it as it comes. */
export function readCsvBody(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('text/csv', (request, payload, done) => {
    if (request.routeOptions.url === routerPath(beginImport)) done(null, payload);
    else done(new UnsupportedMediaTypeException());
  });
}
