import { isOutage, type Log } from '@blitz/platform';
import type { Provider } from 'oidc-provider';

/** When an application may come back after a store was out of reach. */
const retryAfterSec = '5';

/**
 * What went wrong on our side is ours to log: oidc-provider tells the application nothing of it. A store that is out of reach
 * is no fault of the request, and says when to come back.
 */
export function answerServerErrors(provider: Provider, log: Log): void {
  provider.on('server_error', (ctx, error) => {
    const outage = isOutage(error);
    log.error({ err: error, route: ctx.oidc.route }, outage ? 'a store is out of reach' : 'a request failed');
    if (!outage || ctx.status < 500) return;
    ctx.status = 503;
    ctx.set('retry-after', retryAfterSec);
    // RFC 6749, 4.1.2.1: the code for it. Pages have their own words.
    if (ctx.type === 'application/json') ctx.body = { error: 'temporarily_unavailable', error_description: 'please try again in a moment' };
  });
}
