import { MoveCall } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import { assets, isLanguage } from '@blitz/pages';
import { createService, Log, type RenderHtml, type Service } from '@blitz/platform';
import { ReadStatus } from '@blitz/procedures';
import type { DestinationStream } from 'pino';
import { mountCallbacks } from './callbacks/mount-callbacks.ts';
import type { IdpEnvironment } from './environment.ts';
import { idpModule } from './idp.module.ts';
import { CookieJar } from './login/cookie-jar.ts';
import { Frames } from './login/frames.ts';
import { loginStatuses } from './login/login-errors.ts';
import { probeCookies } from './login/probe-cookies.ts';
import { readQuery } from './login/read-query.ts';
import { mountProvider } from './oidc/mount-provider.ts';
import { ProviderHolder } from './oidc/provider-holder.ts';
import { problemPages } from './problem-page.ts';

const yearSec = 31_536_000;

/** blitz-idp, wired and not yet listening. */
export async function makeIdp(environment: IdpEnvironment, clock?: Clock, logTo?: DestinationStream): Promise<Service> {
  let render: RenderHtml = () => undefined;
  const service = await createService({
    name: 'blitz-idp',
    module: idpModule(environment, clock),
    web: environment.web,
    prefix: '/blitz',
    statuses: loginStatuses,
    renderHtml: (...problem) => render(...problem),
    // A login ends at the application, wherever that is: Chromium would stop the redirects that follow our forms.
    contentSecurity: { 'form-action': '' },
    ...(logTo === undefined ? {} : { logTo }),
  });
  const frames = service.get(Frames);
  render = problemPages((request) => frames.bare(request));
  const fastify = service.app.getHttpAdapter().getInstance();
  if (environment.roles.roles.includes('web')) {
    mountProvider(fastify, service.get(ProviderHolder), environment.web.publicUrl);
    mountCallbacks(fastify, { readStatus: service.get(ReadStatus), moveCall: service.get(MoveCall), log: service.get(Log) });
  }
  serveAssets(fastify);
  rememberLanguage(fastify, service.get(CookieJar));
  probeCookies(fastify, service.get(CookieJar));
  return service;
}

type Fastify = ReturnType<ReturnType<Service['app']['getHttpAdapter']>['getInstance']>;

function serveAssets(fastify: Fastify): void {
  for (const { path, type, body } of assets) {
    fastify.get(path, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(body),
    );
  }
}

/** `?lang=ru` on any page is a choice that stays. */
function rememberLanguage(fastify: Fastify, cookies: CookieJar): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const chosen = request.method === 'GET' ? readQuery(request, 'lang') : undefined;
    if (isLanguage(chosen)) cookies.set(reply, 'lang', chosen, yearSec);
    done();
  });
}
