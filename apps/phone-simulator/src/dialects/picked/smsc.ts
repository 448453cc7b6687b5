import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';

const failed = (error_code: number, error: string) => ({ status: 200, body: { error, error_code } });

export const smsc: Dialect = {
  id: 'smsc',
  path: '/sys/send.php',
  knows: ({ form }, token) => (form.get('login') ?? '') !== '' && sameText(form.get('psw') ?? '', token),
  read({ form }) {
    const to = readInternationalNumber((form.get('phones') ?? '').replace(/^\+/, ''));
    const asksForCall = form.get('mes') === 'code' && form.get('call') === '1' && form.get('fmt') === '3';
    return to && asksForCall ? { to, requestId: '' } : undefined;
  },
  placed: ({ id, from }) => ({ status: 200, body: { id, cnt: 1, code: from.slice(-6) } }),
  needed: 'code',
  digits: 'code',
  stranger: failed(2, 'authorise error'),
  unreadable: failed(1, 'parameters error'),
  refusal: failed(3, 'no money'),
};
