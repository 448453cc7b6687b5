import { sameText } from '../../http/same-text.ts';
import { readPhoneNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';

const failed = (status: number, code: string) => ({ status, body: { code, message: code } });

export const bird: Dialect = {
  id: 'bird',
  path: '/workspaces/:workspace/channels/:channel/flashcalls',
  knows: (heard, token) => sameText(heard.header('authorization'), `AccessKey ${token}`),
  read({ json: { to, from, ringTimeout = 30 } }) {
    const phone = readPhoneNumber(to);
    const callerNumber = readPhoneNumber(from);
    const inRange = typeof ringTimeout === 'number' && ringTimeout >= 3 && ringTimeout <= 120;
    if (!phone || !inRange || (from !== undefined && !callerNumber)) return undefined;
    return { to: phone, requestId: '', ...(callerNumber === undefined ? {} : { from: callerNumber }) };
  },
  placed: ({ id, from }) => ({ status: 202, body: { id, from, status: 'accepted', ringTimeout: 20 } }),
  needed: 'from',
  digits: 'from',
  stranger: failed(401, 'Unauthorized'),
  unreadable: failed(422, 'InvalidPayload'),
  refusal: failed(422, 'InsufficientBalance'),
  sidelines: [
    {
      method: 'POST',
      path: '/workspaces/:workspace/channels/:channel/flashcalls/:call',
      answer(heard, calls) {
        const id = heard.param('call');
        if (calls.find(id) === undefined) return failed(404, 'NotFound');
        calls.move(id, 'hangup');
        return { status: 202, body: { id, status: 'completed' } };
      },
    },
  ],
};
