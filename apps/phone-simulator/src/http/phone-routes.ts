import type { FastifyInstance } from 'fastify';
import { behaviours, isBehaviour } from '../telephone/behaviour.ts';
import { readPhoneNumber } from '../telephone/phone-number.ts';
import type { Phone, Phones } from '../telephone/phones.ts';
import { wrong } from './problem.ts';
import { readBody } from './read-body.ts';

const longestDelayMs = 120_000;

function readNumber(value: unknown, field: string): string {
  const number = readPhoneNumber(value);
  if (number === undefined) throw wrong(field, 'a number in E.164, such as +79001234567, is expected');
  return number;
}

/** @throws Problem that names the field. `delayMs` comes as a number from JSON and as text from a form. */
export function readPhone(number: unknown, body: unknown, field: string): Phone {
  const { behaviour, delayMs } = readBody(body);
  const e164 = readNumber(number, field);
  if (!isBehaviour(behaviour)) throw wrong('behaviour', `one of ${behaviours.join(', ')} is expected`);
  if (delayMs === undefined || delayMs === '') return { number: e164, behaviour };
  const ms = typeof delayMs === 'string' && /^[0-9]{1,6}$/.test(delayMs) ? Number(delayMs) : delayMs;
  if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < 0 || ms > longestDelayMs) {
    throw wrong('delayMs', `a whole number of milliseconds from 0 to ${String(longestDelayMs)} is expected`);
  }
  return { number: e164, behaviour, delayMs: ms };
}

export function tellPhones(app: FastifyInstance, phones: Phones): void {
  app.get('/api/phones', () => ({ phones: phones.all() }));
  app.put<{ Params: { e164: string } }>('/api/phones/:e164/behaviour', ({ params, body }) => {
    const phone = readPhone(params.e164, body, 'e164');
    phones.set(phone);
    return phone;
  });
  app.delete<{ Params: { e164: string } }>('/api/phones/:e164/behaviour', async ({ params }, reply) => {
    phones.reset(readNumber(params.e164, 'e164'));
    return reply.code(204).send();
  });
}
