import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { problem, problemType } from '../problems/problem.ts';
import type { Readiness } from './readiness.ts';

/**
 * The same three addresses on every service, answered by Fastify alone: they have to work when everything else is busy.
 *
 *  - `healthz`  the process is alive; restart it if this does not answer
 *  - `readyz`   it can do its work; send it requests only then
 *  - `metrics`  for Prometheus inside the network. Who comes through a trusted proxy comes from outside and finds nothing
 */
export function probes(fastify: FastifyInstance, readiness: Readiness, registry: Registry): void {
  fastify.get('/blitz/healthz', (_request, reply) => reply.type('application/json').send('{"status":"alive"}'));
  fastify.get('/blitz/readyz', async (request, reply) => {
    const missing = await readiness.missing();
    if (missing.length === 0) return reply.type('application/json').send('{"status":"ready"}');
    return unavailable(request, reply, missing);
  });
  fastify.get('/blitz/metrics', async (request, reply) => {
    if (request.headers['x-forwarded-for'] !== undefined) {
      reply.callNotFound();
      return reply;
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

export const probeRoutes: ReadonlySet<string> = new Set(['/blitz/healthz', '/blitz/readyz', '/blitz/metrics']);

function unavailable(request: FastifyRequest, reply: FastifyReply, missing: readonly string[]): FastifyReply {
  const body = problem(503, 'service_not_ready', request.id, { missing });
  return reply.status(503).header('retry-after', '1').type(problemType).send(JSON.stringify(body));
}
