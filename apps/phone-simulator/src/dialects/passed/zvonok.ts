import { sameText } from '../../http/same-text.ts';
import { readPhoneNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { endingOf } from './code-of-four.ts';

const failed = (data: string) => ({ status: 400, body: { status: 'error', data } });

export const zvonok: Dialect = {
  id: 'zvonok',
  path: '/manager/cabapi_external/api/v1/phones/flashcall/',
  knows: ({ form }, token) => sameText(form.get('public_key') ?? '', token),
  read({ form }) {
    const to = readPhoneNumber(form.get('phone'));
    const wanted = endingOf(form.get('phone_suffix'));
    return to && wanted && (form.get('campaign_id') ?? '') !== '' ? { to, requestId: '', ...wanted } : undefined;
  },
  placed: ({ id, from }) => ({ status: 200, body: { status: 'ok', data: { call_id: id, pincode: from.slice(-4) } } }),
  needed: 'data.pincode',
  digits: 'data.pincode',
  stranger: failed('Invalid api key'),
  unreadable: failed('Invalid phone or campaign'),
  refusal: failed('Not enough money'),
};
