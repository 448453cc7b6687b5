import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Phone } from '../telephone/phones.ts';
import type { ProviderAnswer } from './provider-answer.ts';

/** Before answering; only `slow` waits unless it is told to. */
const delayOf = ({ behaviour, delayMs }: Phone): number => delayMs ?? (behaviour === 'slow' ? 3_000 : 0);

/** @param closing aborted when the simulator closes: nobody is kept waiting then */
export async function sendAnswer(
  reply: FastifyReply,
  phone: Phone,
  answer: ProviderAnswer | 'silence' | 'cut',
  closing: AbortSignal,
): Promise<FastifyReply> {
  const delay = delayOf(phone);
  if (delay > 0) await wait(delay, undefined, { signal: closing }).catch(() => undefined);
  const said = closing.aborted ? 'cut' : answer;
  if (said === 'silence') return reply.hijack();
  if (said === 'cut') {
    reply.raw.destroy();
    return reply.hijack();
  }
  return reply.code(said.status).headers({ 'content-type': 'application/json', ...said.headers }).send(said.text);
}
