import { sameText } from '../../http/same-text.ts';
import { readInternationalNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { endsIn } from './ends-in.ts';

const said = (http: number, code: number, description: string, reference_id?: string) => ({
  status: http,
  body: { reference_id, status: { code, description } },
});

export const telesign: Dialect = {
  id: 'telesign',
  path: '/v1/verify/auto/voice/initiate',
  knows: ({ basicPassword }, token) => sameText(basicPassword, token),
  read({ form }) {
    const to = readInternationalNumber(form.get('phone_number'));
    return to === undefined ? undefined : { to, requestId: '' };
  },
  placed: ({ id }) => said(200, 2400, 'Call in progress', id),
  needed: 'reference_id',
  stranger: said(401, 3400, 'Not authorized'),
  unreadable: said(400, 3101, 'Invalid value for parameter phone_number'),
  refusal: said(400, 3904, 'Not served'),
  sidelines: [
    {
      method: 'POST',
      path: '/v1/verify/auto/voice/finalize',
      about: ({ form }) => form.get('reference_id') ?? '',
      answer({ form }, calls) {
        const id = form.get('reference_id') ?? '';
        const right = endsIn(calls, id, form.get('verify_code'));
        if (right === undefined) return said(404, 3935, 'No such transaction');
        return right ? said(200, 3900, 'Verified', id) : said(200, 3901, 'Not verified', id);
      },
    },
  ],
};
