import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { Clock } from '@blitz/kernel';
import { SystemClock } from '@blitz/kernel';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { serveAssets } from './http/asset-routes.ts';
import { Browser } from './http/browser.ts';
import { guard } from './http/guard.ts';
import { logIn } from './http/login-routes.ts';
import { showPages } from './http/page-routes.ts';
import { serveSession } from './http/session-routes.ts';
import type { Registration } from './login/identity-provider.ts';
import { IdentityProvider } from './login/identity-provider.ts';
import { Logins } from './login/logins.ts';
import { Sessions } from './login/sessions.ts';

export interface DemoOptions extends Registration {
  readonly port: number;
  readonly host: string;
  /** Base address as browsers see it, without a slash at its end; `<url>/callback` and `<url>/` are registered with the provider. */
  readonly url: string;
  readonly clock?: Clock;
}

export interface Demo {
  readonly url: string;
  close(): Promise<void>;
}

function assemble(options: DemoOptions): FastifyInstance {
  const { url, issuer, clock = new SystemClock() } = options;
  const app = fastify({ bodyLimit: 4096, forceCloseConnections: true });
  const browser = new Browser(new Sessions(clock), url.startsWith('https:'));
  const logins = new Logins(new IdentityProvider(options, clock), url, clock);
  app.register(cookie);
  app.register(formbody, { bodyLimit: 4096 });
  guard(app, issuer);
  app.get('/healthz', () => ({ status: 'ok' }));
  logIn(app, logins, browser, clock);
  serveSession(app, logins, browser);
  showPages(app, browser, issuer);
  serveAssets(app);
  return app;
}

/** A small application that lets people in through an identity provider: an OpenID Connect client and nothing else. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const app = assemble(options);
  await app.listen({ port: options.port, host: options.host });
  return { url: options.url, close: () => app.close() };
}
