import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestLog } from '../log/request-log.ts';
import { Correlation } from './correlation.ts';
import { probeRoutes } from './probes.ts';
import type { RequestDurations } from './request-durations.ts';
import type { Headers } from './security-headers.ts';

/**
 * What happens around every request, in as few hooks as possible: headers and correlation before it, one line and one
 * measurement after it. Addresses, queries, bodies and headers of a request appear in neither.
 */
export function observeRequests(fastify: FastifyInstance, headers: Headers, durations: RequestDurations, log?: RequestLog): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-correlation-id', request.id);
    Correlation.run(request.id, done);
  });
  // Reading a body leaves the asynchronous context of the hook above: Node emits its data from the socket's context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.body === undefined) done();
    else Correlation.run(request.id, done);
  });
  fastify.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
    const route = routeOf(request);
    durations.record(request.method, route, statusCode, elapsedTime / 1_000);
    if (log !== undefined && !probeRoutes.has(route)) {
      const ms = Math.round(elapsedTime * 100) / 100;
      log.add({ method: request.method, route, status: statusCode, ms, correlationId: request.id });
    }
    done();
  });
}

function routeOf({ is404, routeOptions }: FastifyRequest): string {
  return is404 ? 'unmatched' : (routeOptions.url ?? 'unmatched');
}
