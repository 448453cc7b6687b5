import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rings } from '../telephone/behaviour.ts';
import { drawCallerNumber, zerosAtTheEnd } from '../telephone/caller-number.ts';
import type { Calls } from '../telephone/calls.ts';
import { readNationalNumber } from '../telephone/phone-number.ts';
import type { Phone, Phones } from '../telephone/phones.ts';
import { Problem, wrong } from './problem.ts';
import { answerOf } from './provider-answer.ts';
import { readBody } from './read-body.ts';
import { sameText } from './same-text.ts';
import { sendAnswer } from './send-answer.ts';

export interface Switchboard {
  readonly calls: Calls;
  readonly phones: Phones;
  readonly token: string;
  /** Aborted when the simulator closes: nobody is kept waiting then. */
  readonly closing: AbortSignal;
}

function readRequest(body: unknown): { readonly id: string; readonly to: string } {
  const { id, dst_number } = readBody(body);
  if (typeof id !== 'string' || id === '' || id.length > 128) throw wrong('id', 'a text of 1 to 128 characters is expected');
  const to = readNationalNumber(dst_number);
  if (to === undefined) throw wrong('dst_number', 'ten digits without a country code are expected');
  return { id, to };
}

/** The protocol of the vendor's example: `Token` header, `{id, dst_number}`, answered by `{SenderID}`. */
export function provideCalls(app: FastifyInstance, { calls, phones, token, closing }: Switchboard): void {
  // Looked at before the body is read: a stranger gets nothing parsed.
  const onRequest = (request: FastifyRequest, _reply: FastifyReply, done: (problem?: Problem) => void): void => {
    const { token: given } = request.headers;
    const known = typeof given === 'string' && sameText(given, token);
    done(known ? undefined : new Problem(401, 'token_invalid', 'Token: the header is missing or wrong', 'Token'));
  };
  const dial = (requestId: string, phone: Phone): string => {
    const { number: to, behaviour } = phone;
    const from = drawCallerNumber(behaviour === 'leading-zeros' ? zerosAtTheEnd() : '');
    const state = behaviour === 'busy' ? 'busy' : rings(behaviour) ? 'ringing' : 'failed';
    calls.place({ requestId, to, from: state === 'failed' ? null : from, state, behaviour });
    return from;
  };

  app.post('/provider/call', { onRequest }, (request, reply) => {
    const { id, to } = readRequest(request.body);
    const phone = phones.reach(to);
    return sendAnswer(reply, phone, answerOf(phone.behaviour, dial(id, phone)), closing);
  });
  app.post('/provider/call/redirected', { onRequest }, (request) => {
    const { id, to } = readRequest(request.body);
    return { SenderID: dial(id, { ...phones.reach(to), behaviour: 'normal' }) };
  });
}
