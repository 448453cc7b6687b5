import type { FastifyInstance } from 'fastify';
import type { Call, Deed } from '../telephone/call.ts';
import { deeds } from '../telephone/call.ts';
import type { Calls } from '../telephone/calls.ts';
import { readPhoneNumber } from '../telephone/phone-number.ts';
import { Problem, wrong } from './problem.ts';

export const callOnTheWire = (call: Call): object => ({ ...call, at: new Date(call.at).toISOString() });

/** @throws Problem if there is no such call, or it is over or not begun. */
export function moveCall(calls: Calls, id: string, deed: Deed): Call {
  const after = calls.move(id, deed);
  if (after !== undefined) return after;
  const call = calls.find(id);
  if (call === undefined) throw new Problem(404, 'call_unknown', 'There is no such call');
  throw new Problem(409, 'call_state_unfit', `A call that is ${call.state} can't do that`);
}

/** For tests and scripts: the last calls, and a hand that answers, rejects or hangs up. */
export function tellCalls(app: FastifyInstance, calls: Calls): void {
  app.get<{ Querystring: { to?: unknown } }>('/api/calls', ({ query: { to } }) => {
    const number = readPhoneNumber(to);
    if (to !== undefined && number === undefined) throw wrong('to', 'one number in E.164, such as +79001234567, is expected');
    return { calls: calls.recent(number).map(callOnTheWire) };
  });
  for (const deed of deeds) {
    app.post<{ Params: { id: string } }>(`/api/calls/:id/${deed}`, ({ params: { id } }) => callOnTheWire(moveCall(calls, id, deed)));
  }
}
