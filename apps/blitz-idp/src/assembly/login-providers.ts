import { Accounts, RecogniseBrowser, TrustBrowser } from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { CallGate, ChallengeIds, Challenges, FlashCallSettings, Logins } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { assemble } from '@blitz/platform';
import { LiveUpdates } from '@blitz/redis';
import { LiveSettings } from '@blitz/settings';
import type { Provider } from '@nestjs/common';
import { LiveSources } from '../live/live-sources.ts';
import { BrowserParts } from '../login/browser-parts.ts';
import { CallRefusals } from '../login/call-refusals.ts';
import { CookieJar } from '../login/cookie-jar.ts';
import { Doorway } from '../login/doorway.ts';
import { FinishLogin } from '../login/finish-login.ts';
import { FlashCallPages } from '../login/flash-call-pages.ts';
import { Forms } from '../login/forms.ts';
import { Frames } from '../login/frames.ts';
import { KnownBrowsers } from '../login/known-browsers.ts';
import { LoginTickets } from '../login/login-ticket.ts';
import { Mac } from '../login/mac.ts';
import { Onward } from '../login/onward.ts';
import { PasswordPages } from '../login/password-pages.ts';
import { PasswordParts } from '../login/password-parts.ts';
import { ReadLogin } from '../login/read-login.ts';
import { ReturnPath } from '../login/return-path.ts';
import { TrustParts } from '../login/trust-parts.ts';
import { Interactions } from '../oidc/interactions.ts';
import { secondMethods } from '../settings/second-methods.ts';
import { Environment, Factors, Keys } from './tokens.ts';

/** The pages of a login and what they are made of. */
export const loginProviders: Provider[] = [
  { provide: Mac, useFactory: (keys: Keys) => new Mac(keys.of('browser')), inject: [Keys] },
  { provide: CookieJar, useFactory: ({ value }: Environment) => new CookieJar(value.web.publicUrl), inject: [Environment] },
  assemble(ReturnPath, Mac),
  assemble(LoginTickets, Mac),
  assemble(KnownBrowsers, Mac),
  assemble(Forms, Mac),
  assemble(BrowserParts, CookieJar, LoginTickets, Forms),
  assemble(PasswordParts, BrowserParts, KnownBrowsers, Doorway),
  assemble(PasswordPages, Frames, CookieJar, Clock),
  assemble(Onward, Doorway, FinishLogin, BrowserParts, Interactions),
  {
    provide: TrustParts,
    useFactory: (trust: TrustBrowser, logins: Logins, settings: LiveSettings) => new TrustParts(trust, logins, settings),
    inject: [TrustBrowser, Logins, LiveSettings],
  },
  assemble(LiveSources, Challenges, Logins, FlashCallSettings, Clock, LiveUpdates),
  {
    provide: ReadLogin,
    useFactory: (
      cookies: CookieJar,
      path: ReturnPath,
      tickets: LoginTickets,
      interactions: Interactions,
      logins: Logins,
      accounts: Accounts,
      settings: LiveSettings,
      challengeIds: ChallengeIds,
    ) => new ReadLogin(cookies, path, tickets, interactions, { logins, accounts, settings, challengeIds }),
    inject: [CookieJar, ReturnPath, LoginTickets, Interactions, Logins, Accounts, LiveSettings, ChallengeIds],
  },
  {
    provide: Frames,
    useFactory: (cookies: CookieJar, forms: Forms, interactions: Interactions, settings: LiveSettings, { value }: Environment) =>
      new Frames(cookies, forms, interactions, settings, value.neighbours.recoveryUrl),
    inject: [CookieJar, Forms, Interactions, LiveSettings, Environment],
  },
  {
    provide: Doorway,
    useFactory: (
      { table }: Factors,
      logins: Logins,
      interactions: Interactions,
      recognise: RecogniseBrowser,
      settings: LiveSettings,
      clock: Clock,
      audit: AuditTrail,
    ) => new Doorway(table, logins, interactions, recognise, { settings, clock, audit }),
    inject: [Factors, Logins, Interactions, RecogniseBrowser, LiveSettings, Clock, AuditTrail],
  },
  {
    provide: FinishLogin,
    useFactory: (logins: Logins, interactions: Interactions, { table }: Factors, clock: Clock, audit: AuditTrail) =>
      new FinishLogin(logins, interactions, table, clock, audit),
    inject: [Logins, Interactions, Factors, Clock, AuditTrail],
  },
  assemble(CallRefusals, CallGate, FlashCallSettings, Clock),
  {
    provide: FlashCallPages,
    useFactory: (
      frames: Frames,
      challenges: Challenges,
      challengeIds: ChallengeIds,
      refusals: CallRefusals,
      settings: FlashCallSettings,
      clock: Clock,
      { table }: Factors,
      live: LiveSettings,
    ) =>
      new FlashCallPages(frames, {
        challenges,
        challengeIds,
        refusals,
        settings,
        clock,
        factors: table,
        secondMethods: () => secondMethods(live.current()),
      }),
    inject: [Frames, Challenges, ChallengeIds, CallRefusals, FlashCallSettings, Clock, Factors, LiveSettings],
  },
];
