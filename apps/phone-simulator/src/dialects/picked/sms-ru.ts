import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';

const failed = (status_code: number, status_text: string) => ({ status: 200, body: { status: 'ERROR', status_code, status_text } });

export const smsRu: Dialect = {
  id: 'sms-ru',
  path: '/code/call',
  knows: ({ form }, token) => sameText(form.get('api_id') ?? '', token),
  read({ form }) {
    const to = readInternationalNumber(form.get('phone'));
    return to === undefined ? undefined : { to, requestId: '' };
  },
  placed: ({ id, from }) => ({ status: 200, body: { status: 'OK', code: from.slice(-4), call_id: id, cost: 0.4, balance: 4122.56 } }),
  needed: 'code',
  digits: 'code',
  stranger: failed(200, 'api_id is wrong'),
  unreadable: failed(202, 'phone is wrong'),
  refusal: failed(201, 'not enough money'),
};
