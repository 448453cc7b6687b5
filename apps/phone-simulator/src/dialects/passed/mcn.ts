import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { endingOf } from './code-of-four.ts';

const failed = (status: number, message: string) => ({ status, body: { ok: false, message } });

export const mcn: Dialect = {
  id: 'mcn',
  path: '/api/protected/api/auth/passwordcall',
  knows: (heard, token) => sameText(heard.header('authorization'), `Bearer ${token}`),
  read({ json: { phone_number, verification_code } }) {
    const to = readInternationalNumber(phone_number);
    const wanted = endingOf(verification_code);
    return to && wanted ? { to, requestId: '', ...wanted } : undefined;
  },
  placed: ({ id, from }) => ({
    status: 200,
    body: { ok: true, caller_number: from.slice(1), verification_code: from.slice(-4), verification_uuid: id, is_redirect: false },
  }),
  needed: 'caller_number',
  digits: 'caller_number',
  stranger: failed(401, 'the token is wrong'),
  unreadable: failed(400, 'phone_number is wrong'),
  refusal: failed(200, 'not enough money'),
};
