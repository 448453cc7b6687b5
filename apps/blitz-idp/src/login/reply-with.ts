import type { FastifyReply, FastifyRequest } from 'fastify';
import { wantsJson } from './wants-json.ts';

/** One answer in two dresses: a page for people, the same facts as JSON for headless clients. */
export interface Answer {
  readonly status?: number;
  readonly retryAfterSec?: number;
  readonly html: () => string | Promise<string>;
  readonly json: () => Record<string, unknown>;
}

export async function replyWith(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<void> {
  const { status = 200, retryAfterSec } = answer;
  reply.status(status);
  if (retryAfterSec !== undefined) reply.header('retry-after', String(retryAfterSec));
  if (wantsJson(request)) {
    await reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.json()));
    return;
  }
  const html = await answer.html();
  await reply.type('text/html; charset=utf-8').send(html);
}

/** On to the next step: a redirect for browsers, its address for headless clients. */
export async function goTo(request: FastifyRequest, reply: FastifyReply, location: string): Promise<void> {
  if (wantsJson(request)) {
    await reply.status(200).type('application/json; charset=utf-8').send(JSON.stringify({ next: location }));
    return;
  }
  await reply.status(303).header('location', location).send();
}
