import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

/** A refusal in the form of RFC 9457; `field` names the input that is wrong. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly field?: string,
  ) {
    super(detail);
  }
}

export const wrong = (field: string, expected: string): Problem =>
  new Problem(400, 'field_invalid', `${field}: ${expected}`, field);

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authorised',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  503: 'Unavailable',
};

function send(reply: FastifyReply, { status, code, message, field }: Problem): FastifyReply {
  const title = titles[status] ?? 'Error';
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, code, detail: message, ...(field && { field }) }));
}

/** What Fastify refuses by itself (size, media type, broken JSON) gets the same form; anything unknown says nothing. */
function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'body_too_large', 'body: at most 4096 bytes', 'body');
  if (status === 415) return new Problem(415, 'media_type_unsupported', 'body: send application/json', 'body');
  if (status >= 400 && status < 500) return new Problem(400, 'body_invalid', 'body: not readable', 'body');
  return new Problem(500, 'unexpected', 'Something went wrong in the simulator');
}

export function speakProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Problem>((error, _request, reply) => send(reply, asProblem(error)));
  app.setNotFoundHandler((_request, reply) => send(reply, new Problem(404, 'not_found', 'There is nothing at this address')));
}
