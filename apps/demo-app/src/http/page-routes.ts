import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Trouble, TroubleCode } from '../login/trouble.ts';
import { asTrouble, trouble } from '../login/trouble.ts';
import { accountPage } from '../page/account-page.tsx';
import { troublePage } from '../page/trouble-page.tsx';
import { welcomePage } from '../page/welcome-page.tsx';
import { preferredTexts } from '../texts/preferred-texts.ts';
import type { Browser } from './browser.ts';

const statuses = {
  provider_unreachable: 503,
  login_refused: 400,
  login_unknown: 400,
  tokens_refused: 502,
  answer_invalid: 502,
  session_over: 401,
  input_invalid: 400,
  origin_foreign: 403,
  page_unknown: 404,
  unexpected: 500,
} satisfies Record<TroubleCode, number>;

const textsFor = (request: FastifyRequest) => preferredTexts(request.headers['accept-language']);

const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

export function showPages(app: FastifyInstance, browser: Browser, issuer: URL): void {
  app.get('/', (request, reply) => {
    const [session, texts] = [browser.session(request), textsFor(request)];
    if (session?.signedIn === undefined) return html(reply, welcomePage(texts, issuer));
    const { signedIn, userInfo, notice } = session;
    delete session.notice;
    return html(reply, accountPage({ signedIn, userInfo, notice, texts }));
  });

  const tell = (what: Trouble, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const still = browser.session(request)?.signedIn !== undefined;
    return html(reply.code(statuses[what.code]), troublePage({ what, still, issuer, texts: textsFor(request) }));
  };
  app.setNotFoundHandler((request, reply) => tell(trouble('page_unknown'), request, reply));
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const ours = error.statusCode !== undefined && error.statusCode < 500;
    return tell(ours ? trouble('input_invalid', { field: 'body' }, error) : asTrouble(error), request, reply);
  });
}
