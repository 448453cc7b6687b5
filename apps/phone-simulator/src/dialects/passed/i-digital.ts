import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { CallState } from '../../telephone/call.ts';
import type { Dialect } from '../dialect.ts';
import { codeOfFour } from './code-of-four.ts';

const failed = (status: number, code: number, msg: string) => ({ status, body: { error: { code, msg } } });

/** It knows delivery, as for any other message, and nothing finer. */
const statuses: { readonly [S in CallState]?: string } = { ringing: 'delivered', busy: 'undelivered' };

export const iDigital: Dialect = {
  id: 'i-digital',
  path: '/api/v1/message',
  knows: (heard, token) => sameText(heard.header('authorization'), `Basic ${token}`),
  read({ list: [message = {}] }) {
    const { channelType, senderName, destination, content, callbackUrl } = message;
    const to = readInternationalNumber(destination);
    const ending = codeOfFour(content);
    if (!to || !ending || channelType !== 'FLASHCALL' || typeof senderName !== 'string') return undefined;
    return { to, requestId: '', ending, ...(typeof callbackUrl === 'string' ? { callbackUrl } : {}) };
  },
  placed: ({ id }) => ({ status: 200, body: { errors: false, items: [{ messageUuid: id, code: 201 }] } }),
  needed: 'items.0.code',
  stranger: failed(401, 4012, 'Bad credentials'),
  unreadable: failed(400, 4000, 'Bad request'),
  refusal: { status: 200, body: { errors: true, items: [{ code: 4020 }] } },
  tells({ id, state }) {
    const status = statuses[state];
    return status === undefined ? undefined : [{ message_uuid: id, channel_type: 'FLASHCALL', callback_event: 'delivered', status }];
  },
};
