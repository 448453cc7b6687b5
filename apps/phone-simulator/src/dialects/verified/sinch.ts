import { createHash, createHmac } from 'node:crypto';
import { sameText } from '../../http/same-text.ts';
import { readPhoneNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import type { Heard } from '../heard.ts';
import { endsIn } from './ends-in.ts';

const failed = (status: number, errorCode: number, message: string) => ({ status, body: { errorCode, message } });

/** "Application signed request": the token in base64 is the application's secret, so its own bytes are the key. */
function signatureOf(heard: Heard, token: string): string {
  const body = createHash('md5').update(heard.text).digest('base64');
  const moment = heard.header('x-timestamp');
  const text = [heard.method, body, heard.header('content-type'), `x-timestamp:${moment}`, heard.path].join('\n');
  return createHmac('sha256', Buffer.from(token)).update(text).digest('base64');
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

export const sinch: Dialect = {
  id: 'sinch',
  path: '/verification/v1/verifications',
  knows(heard, token) {
    if (sameText(heard.basicPassword, Buffer.from(token).toString('base64'))) return true;
    const [, signature = ''] = /^Application [^:]+:(.+)$/.exec(heard.header('authorization')) ?? [];
    return heard.header('x-timestamp') !== '' && sameText(signature, signatureOf(heard, token));
  },
  read({ json: { identity, method } }) {
    const to = readPhoneNumber(fieldOf(identity, 'endpoint'));
    const asksForCall = fieldOf(identity, 'type') === 'number' && typeof method === 'string' && method.toLowerCase() === 'flashcall';
    return to && asksForCall ? { to, requestId: '' } : undefined;
  },
  placed: ({ id }) => ({ status: 200, body: { id, method: 'flashcall', flashCall: { cliFilter: '(.*)', interceptionTimeout: 60 } } }),
  needed: 'id',
  stranger: failed(401, 40100, 'Unauthorized'),
  unreadable: failed(400, 40001, 'Parameter validation'),
  refusal: failed(402, 40200, 'Not enough credit'),
  sidelines: [
    {
      method: 'PUT',
      path: '/verification/v1/verifications/id/:id',
      about: (heard) => heard.param('id'),
      answer(heard, calls) {
        const id = heard.param('id');
        const right = endsIn(calls, id, fieldOf(heard.json['flashCall'], 'cli'));
        if (right === undefined) return failed(404, 40400, 'No such verification');
        return { status: 200, body: right ? { id, status: 'SUCCESSFUL' } : { id, status: 'FAIL', reason: 'Invalid CLI' } };
      },
    },
  ],
};
