import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { codeOfFour } from './code-of-four.ts';

const failed = (status: number, errorCode: number, errorReason: string) => ({ status, body: { errorCode, errorReason } });

export const unibell: Dialect = {
  id: 'unibell',
  path: '/apps/flash/calls/flash',
  knows: (heard, token) => sameText(heard.header('x-authorization'), `AccessKey ${token}`),
  read({ json: { number, code, timeout } }) {
    const to = readInternationalNumber(number);
    const ending = codeOfFour(code);
    return to && ending && typeof timeout === 'number' ? { to, requestId: '', ending } : undefined;
  },
  placed: ({ id, from }) => ({ status: 200, body: { requestId: id, from: from.slice(1) } }),
  needed: 'from',
  digits: 'from',
  stranger: failed(401, 1, 'Authentication required'),
  unreadable: failed(400, 10, 'Invalid request'),
  refusal: failed(403, 6, 'Insufficient funds'),
};
