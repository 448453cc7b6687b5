import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';

const failed = (status: number, descr: string) => ({ status, body: { success: false, error: { code: status, descr } } });

export const smsint: Dialect = {
  id: 'smsint',
  path: '/json/v1.0/callpassword/send',
  knows: (heard, token) => sameText(heard.header('x-token'), token),
  read({ json: { recipient, id, validate } }) {
    const to = readInternationalNumber(recipient);
    return to && typeof id === 'string' ? { to, requestId: id, dryRun: validate === true } : undefined;
  },
  placed: ({ id, from }) => ({ status: 200, body: { success: true, result: { id, code: from.slice(-4) } } }),
  needed: 'result.code',
  digits: 'result.code',
  stranger: failed(401, 'token is wrong'),
  unreadable: failed(400, 'recipient is wrong'),
  refusal: failed(200, 'not enough money'),
  afterDryRun: { status: 200, body: { success: true, result: {} } },
};
