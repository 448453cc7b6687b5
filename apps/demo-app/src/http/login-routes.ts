import type { Clock } from '@blitz/kernel';
import type { FastifyInstance } from 'fastify';
import { readLoginRequest } from '../login/login-request.ts';
import type { Logins, PendingLogin, SignedIn } from '../login/logins.ts';
import { pendingMs } from '../login/logins.ts';
import type { Notice, Session } from '../login/session.ts';
import { trouble } from '../login/trouble.ts';
import type { Browser } from './browser.ts';

const mostTabs = 10;

type Query = Readonly<Record<string, unknown>>;

function remember(session: Session, pending: PendingLogin): void {
  const [oldest] = session.pending.keys();
  if (session.pending.size >= mostTabs && oldest !== undefined) session.pending.delete(oldest);
  session.pending.set(pending.state, pending);
}

/** Each beginning is good for one return. @throws Trouble `login_unknown` */
function claimPending(session: Session | undefined, state: unknown, now: number): PendingLogin {
  const pending = typeof state === 'string' ? session?.pending.get(state) : undefined;
  if (pending === undefined || now - pending.since > pendingMs) throw trouble('login_unknown');
  session?.pending.delete(pending.state);
  return pending;
}

/** `acr_values` is a wish that a provider may ignore: only the token tells what was reached. */
function noticeOf({ acr }: PendingLogin, { claims }: SignedIn, before: Session): Notice | undefined {
  if (acr === undefined) return undefined;
  if (claims['acr'] !== acr) return 'level_missed';
  return before.signedIn === undefined ? undefined : 'stepped_up';
}

export function logIn(app: FastifyInstance, logins: Logins, browser: Browser, clock: Clock): void {
  app.get<{ Querystring: Query }>('/login', async (request, reply) => {
    const { url, pending } = await logins.begin(readLoginRequest(request.query));
    remember(browser.session(request) ?? browser.begin(reply), pending);
    return reply.redirect(url.href, 303);
  });

  app.get<{ Querystring: Query }>('/callback', async (request, reply) => {
    const before = browser.session(request);
    const pending = claimPending(before, request.query['state'], clock.now());
    const signedIn = await logins.finish(request.url.slice('/callback'.length), pending);
    if (before === undefined) throw trouble('login_unknown');
    const session = browser.renew(before, reply);
    session.signedIn = signedIn;
    const notice = noticeOf(pending, signedIn, before);
    if (notice !== undefined) session.notice = notice;
    return reply.redirect('/', 303);
  });
}
