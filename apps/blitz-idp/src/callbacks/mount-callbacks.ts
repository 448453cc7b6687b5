import { parse } from 'node:querystring';
import type { MoveCall } from '@blitz/factors';
import { problem, problemType, type Log } from '@blitz/platform';
import type { Callback, ReadStatus } from '@blitz/procedures';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A wildcard: the router refuses named parameters of more than 100 characters. */
const path = '/blitz/callbacks/calls/*';
const longest = 64 * 1024;
const mostFields = 200;

export interface CallbackDeeds {
  readonly readStatus: ReadStatus;
  readonly moveCall: MoveCall;
  readonly log: Log;
}

/**
 * Where providers tell what a phone does. The address itself is the permission: it was made for one call and sealed under our
 * key. Whatever comes, it moves a picture on one page and opens nothing.
 *
 * Bodies reach the procedure as they came, for it may have to check a signature over them; fields of a form, or of the query of
 * a GET, reach it as JSON, so that it can read them like any answer.
 */
export function mountCallbacks(fastify: FastifyInstance, deeds: CallbackDeeds): void {
  fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: longest }, (_request, body, parsed) => { parsed(null, body); });
    scope.route<{ Params: { '*': string } }>({
      method: ['GET', 'POST', 'PUT'],
      url: path,
      handler: (request, reply) => hear(request, request.params['*'], reply, deeds),
    });
    done();
  });
}

async function hear(request: FastifyRequest, token: string, reply: FastifyReply, { readStatus, moveCall, log }: CallbackDeeds): Promise<FastifyReply> {
  const refuse = (status: number, code: string): FastifyReply =>
    reply.code(status).type(problemType).send(JSON.stringify(problem(status, code, request.id)));
  try {
    const heard = await readStatus.execute(token, callbackOf(request));
    if (heard.kind === 'foreign') return await refuse(404, 'callback_unknown');
    // Most providers tell it again after a failure.
    if (heard.kind === 'busy') return await refuse(503, 'callback_lost');
    if (heard.kind === 'told') await moveCall.execute({ challengeId: heard.challengeId, ring: heard.ring, correlation: request.id });
    // The provider did its part, and would only say the same again.
    if (heard.kind === 'failed') log.warn({ correlationId: request.id, hint: heard.hint }, 'a procedure could not read what its provider told of a call');
    return await reply.code(204).send();
  } catch (error) {
    log.warn({ correlationId: request.id, err: error }, 'what a provider told of a call was lost');
    return refuse(503, 'callback_lost');
  }
}

function callbackOf(request: FastifyRequest): Callback {
  const { headers, body, method } = request;
  const all = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')] as const);
  const text = typeof body === 'string' ? body : '';
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const fields = method === 'GET' ? request.url.slice(request.url.indexOf('?') + 1) : isForm ? text : undefined;
  return { headers: Object.fromEntries(all), text: fields === undefined ? text : JSON.stringify(parse(fields, '&', '=', { maxKeys: mostFields })) };
}
