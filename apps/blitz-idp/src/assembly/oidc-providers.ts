import { Accounts, adminApi, Applications, RotateSigningKeys, SigningKeys } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { pickLanguage } from '@blitz/pages';
import { assemble, Correlation, Log } from '@blitz/platform';
import { LiveSettings } from '@blitz/settings';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { CookieJar } from '../login/cookie-jar.ts';
import { ReturnPath } from '../login/return-path.ts';
import { Interactions } from '../oidc/interactions.ts';
import { KeepKeys } from '../oidc/keep-keys.ts';
import { makeProvider } from '../oidc/make-provider.ts';
import { ProviderHolder } from '../oidc/provider-holder.ts';
import { ProviderPages } from '../oidc/provider-pages.ts';
import { Environment, Keys } from './tokens.ts';

/** OpenID Connect. */
export const oidcProviders: Provider[] = [
  {
    provide: ProviderHolder,
    useFactory: (
      { value }: Environment,
      keys: Keys,
      accounts: Accounts,
      applications: Applications,
      settings: LiveSettings,
      redis: Redis,
      clock: Clock,
      audit: AuditTrail,
      cookies: CookieJar,
      returnPath: ReturnPath,
      log: Log,
    ) =>
      new ProviderHolder((signing) =>
        makeProvider({
          issuer: value.web.publicUrl,
          adminApi: adminApiOf(value.neighbours.consoleUrl),
          keys: signing,
          cookieKey: keys.of('oidc cookies'),
          accounts,
          applications,
          settings,
          redis,
          clock,
          audit,
          cookies,
          returnPath,
          pages: pagesOf(cookies, settings),
          log,
        }),
      ),
    inject: [Environment, Keys, Accounts, Applications, LiveSettings, Redis, Clock, AuditTrail, CookieJar, ReturnPath, Log],
  },
  assemble(Interactions, ProviderHolder),
  {
    provide: RotateSigningKeys,
    useFactory: (keys: SigningKeys, clock: Clock, audit: AuditTrail) => new RotateSigningKeys(keys, clock, audit),
    inject: [SigningKeys, Clock, AuditTrail],
  },
  assemble(KeepKeys, RotateSigningKeys, ProviderHolder, Clock),
];

const adminApiOf = (consoleUrl: string | undefined): string | undefined => (consoleUrl === undefined ? undefined : adminApi(consoleUrl));

function pagesOf(cookies: CookieJar, settings: LiveSettings): ProviderPages {
  const languageOf = (ctx: KoaContextWithOIDC): ReturnType<typeof pickLanguage> =>
    pickLanguage({
      query: ctx.query['lang'],
      cookie: ctx.cookies.get(cookies.nameOf('lang'), { signed: false }),
      uiLocales: ctx.query['ui_locales'],
      acceptLanguage: ctx.get('accept-language'),
      fallback: settings.current().lang.default,
    });
  return new ProviderPages(
    (ctx) => ({ language: languageOf(ctx), path: ctx.originalUrl }),
    () => Correlation.current() ?? '',
  );
}
