import type { FastifyInstance } from 'fastify';
import type { Logins } from '../login/logins.ts';
import type { Browser } from './browser.ts';

/** The buttons of somebody who is logged in. Each is a POST and ends with the page itself. */
export function serveSession(app: FastifyInstance, logins: Logins, browser: Browser): void {
  app.post('/userinfo', async (request, reply) => {
    const session = browser.signedIn(request);
    session.userInfo = await logins.userInfo(session.signedIn);
    return reply.redirect('/', 303);
  });

  app.post('/refresh', async (request, reply) => {
    const session = browser.signedIn(request);
    session.refreshing ??= logins.refresh(session.signedIn).finally(() => delete session.refreshing);
    session.signedIn = await session.refreshing;
    session.notice = 'refreshed';
    return reply.redirect('/', 303);
  });

  // Here first: whatever becomes of the provider, this application has forgotten.
  app.post('/logout', async (request, reply) => {
    const session = browser.signedIn(request);
    browser.forget(session, reply);
    return reply.redirect((await logins.farewell(session.signedIn)).href, 303);
  });
}
