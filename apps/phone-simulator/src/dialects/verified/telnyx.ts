import { sameText } from '../../http/same-text.ts';
import { readPhoneNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';
import { endsIn } from './ends-in.ts';

const failed = (status: number, code: string, title: string) => ({ status, body: { errors: [{ code, title }] } });

export const telnyx: Dialect = {
  id: 'telnyx',
  path: '/v2/verifications/flashcall',
  knows: (heard, token) => sameText(heard.header('authorization'), `Bearer ${token}`),
  read({ json: { phone_number, verify_profile_id } }) {
    const to = readPhoneNumber(phone_number);
    return to && typeof verify_profile_id === 'string' ? { to, requestId: '' } : undefined;
  },
  placed: ({ id }) => ({ status: 200, body: { data: { id, type: 'flashcall', record_type: 'verification', status: 'accepted' } } }),
  needed: 'data.id',
  stranger: failed(401, '10009', 'Authentication failed'),
  unreadable: failed(422, '10015', 'Bad request'),
  refusal: failed(422, '20100', 'Insufficient funds'),
  sidelines: [
    {
      method: 'POST',
      path: '/v2/verifications/:id/actions/verify',
      about: (heard) => heard.param('id'),
      answer(heard, calls) {
        const right = endsIn(calls, heard.param('id'), heard.json['code']);
        if (right === undefined) return failed(404, '10005', 'Resource not found');
        return { status: 200, body: { data: { response_code: right ? 'accepted' : 'rejected' } } };
      },
    },
  ],
};
