import { sameText } from '../../http/same-text.ts';
import type { Call } from '../../telephone/call.ts';
import { readInternationalNumber, readPhoneNumber } from '../../telephone/phone-number.ts';
import type { Dialect } from '../dialect.ts';

const failed = (status: number, message: string) => ({ status, body: { message } });

/** The client's own `channelId` is the channel's id, here the call's `requestId`. */
const channelOf = ({ requestId }: Call, state: string) => ({ id: requestId, name: 'PJSIP/trunk-00000001', state });

/** Events of ARI, as a relay would forward them to the address in the channel's variable `BLITZ_CALLBACK`. */
function eventOf(call: Call): object | undefined {
  switch (call.state) {
    case 'ringing':
      return { type: 'ChannelStateChange', channel: channelOf(call, 'Ringing') };
    case 'answered':
      return { type: 'ChannelStateChange', channel: channelOf(call, 'Up') };
    case 'busy':
      return { type: 'ChannelDestroyed', cause: 17, channel: channelOf(call, 'Busy') };
    case 'rejected':
      return { type: 'ChannelDestroyed', cause: 21, channel: channelOf(call, 'Down') };
    case 'missed':
    case 'ended':
      return { type: 'ChannelDestroyed', cause: 16, channel: channelOf(call, 'Down') };
    case 'failed':
      return undefined;
  }
}

function callbackIn(variables: unknown): { readonly callbackUrl?: string } {
  const url = typeof variables === 'object' && variables !== null && 'BLITZ_CALLBACK' in variables ? variables.BLITZ_CALLBACK : undefined;
  return typeof url === 'string' ? { callbackUrl: url } : {};
}

export const asteriskAri: Dialect = {
  id: 'asterisk-ari',
  path: '/ari/channels',
  knows: ({ basicPassword }, token) => sameText(basicPassword, token),
  read({ json: { endpoint, callerId, timeout, app, channelId, variables } }) {
    const to = readInternationalNumber(/^PJSIP\/([0-9]+)@.+$/.exec(typeof endpoint === 'string' ? endpoint : '')?.[1]);
    const from = readPhoneNumber(callerId);
    const complete = typeof timeout === 'number' && typeof app === 'string' && typeof channelId === 'string';
    return to && from && complete ? { to, from, requestId: channelId, ...callbackIn(variables) } : undefined;
  },
  placed: ({ requestId }) => ({ status: 200, body: { id: requestId, name: 'PJSIP/trunk-00000001', state: 'Down' } }),
  needed: 'id',
  stranger: failed(401, 'Authentication required'),
  unreadable: failed(400, 'Invalid parameters'),
  refusal: failed(400, 'Endpoint not found'),
  repeated: () => failed(409, 'Channel with given unique ID already exists'),
  tells: eventOf,
  sidelines: [
    {
      method: 'DELETE',
      path: '/ari/channels/:channel',
      answer(heard, calls) {
        const call = calls.recent().find(({ requestId }) => requestId === heard.param('channel'));
        return call === undefined || calls.move(call.id, 'hangup') === undefined ? failed(404, 'Channel not found') : { status: 204, body: {} };
      },
    },
  ],
};
