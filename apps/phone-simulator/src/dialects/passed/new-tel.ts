import { createHash } from 'node:crypto';
import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { endingOf } from './code-of-four.ts';

const failed = (message: string) => ({ status: 200, body: { status: 'success', data: { result: 'error', message } } });

export const newTel: Dialect = {
  id: 'new-tel',
  path: '/call-password/start-password-call',
  /** Bearer: the key, ten digits of the time, and SHA-256 over method, time, key, the body to the letter, and the signing key. */
  knows(heard, token) {
    const given = heard.header('authorization');
    const moment = given.slice(`Bearer ${token}`.length).slice(0, 10);
    const signed = [heard.path.slice(1), moment, token, heard.text, token].join('\n');
    return /^[0-9]{10}$/.test(moment) && sameText(given, `Bearer ${token}${moment}${createHash('sha256').update(signed).digest('hex')}`);
  },
  read({ json: { dstNumber, pin } }) {
    const to = readInternationalNumber(dstNumber);
    const wanted = endingOf(pin);
    return to && wanted ? { to, requestId: '', ...wanted } : undefined;
  },
  placed: ({ id, from }) => ({
    status: 200,
    body: { status: 'success', data: { result: 'success', callDetails: { callId: id, pin: from.slice(-4), status: 'dialling' } } },
  }),
  needed: 'data.callDetails.pin',
  digits: 'data.callDetails.pin',
  stranger: { status: 401, body: { status: 'error', message: 'the signature is wrong' } },
  unreadable: failed('dstNumber is wrong'),
  refusal: failed('not enough money'),
};
