import { printable } from '@blitz/audit';
import type { OidcSurroundings } from '@blitz/redis';
import { errors, Provider } from 'oidc-provider';
import { originOf } from './protocol-events.ts';

/** What the store of oidc-provider says in its words, and knows of its requests. */
export const storeSurroundings: OidcSurroundings = {
  reuse: () => new errors.InvalidGrant('used already'),
  ended: () => {
    const session = Provider.ctx?.oidc.session;
    // As oidc-provider itself marks it: or it would be saved once more, outside of what answers errors.
    if (session !== undefined) Object.assign(session, { destroyed: true });
    return new errors.LoginRequired('the session was ended');
  },
  origin: () => {
    const { address = '', userAgent = '' } = originOf(Provider.ctx);
    return { address: printable(address, 64), userAgent: printable(userAgent, 256) };
  },
};
