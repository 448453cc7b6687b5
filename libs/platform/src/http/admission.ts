import type { IncomingMessage } from 'node:http';
import { Correlation } from './correlation.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** Headers by which a proxy tells what it saw. From anybody else they are claims of a stranger about himself. */
const claims = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip', 'x-correlation-id'];

/**
 * The first to see a request: forgets what an untrusted peer claims, before anything (Fastify, oidc-provider, our routes)
 * can read it, and gives the request its correlation id.
 */
export function admission(proxies: TrustedProxies): (request: IncomingMessage) => string {
  return (request) => {
    const { headers } = request;
    if (proxies.none || !proxies.trusts(request.socket.remoteAddress)) {
      for (const claim of claims) if (headers[claim] !== undefined) Reflect.deleteProperty(headers, claim);
      return Correlation.next();
    }
    const offered = headers['x-correlation-id'];
    return Correlation.accepts(offered) ? offered : Correlation.next();
  };
}
