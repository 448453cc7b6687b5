import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect, Dialled } from '../dialect.ts';
import { endingOf } from './code-of-four.ts';

const failed = (code: number, error: string) => ({ status: 200, body: { status: false, error, code } });

const answered = ({ id, from }: Dialled, exists: boolean) => ({
  status: 200,
  body: { status: true, ucaller_id: id, code: from.slice(-4), exists },
});

export const ucaller: Dialect = {
  id: 'ucaller',
  path: '/v1.0/initCall',
  knows(heard, token) {
    const [, secret = '', service = ''] = /^Bearer (.+)\.([0-9]+)$/.exec(heard.header('authorization')) ?? [];
    return service !== '' && sameText(secret, token);
  },
  read({ json: { phone, code, unique } }) {
    const to = readInternationalNumber(typeof phone === 'number' ? String(phone) : phone);
    const wanted = endingOf(code);
    const known = unique === undefined || (typeof unique === 'string' && unique.length <= 64);
    return to && wanted && known ? { to, requestId: unique ?? '', ...wanted } : undefined;
  },
  placed: (call) => answered(call, false),
  needed: 'code',
  digits: 'code',
  stranger: failed(401, 'the secret key is wrong'),
  unreadable: failed(5, 'the phone is wrong'),
  refusal: failed(2, 'not enough money'),
  repeated: (call) => answered(call, true),
};
