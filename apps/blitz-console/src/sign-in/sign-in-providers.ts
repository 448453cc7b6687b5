import {
  Administrators,
  consoleClientId,
  consoleClientSecret,
  consoleReturnPaths,
  ConsoleSessions,
  EnterByLink,
  EntryLinks,
  EntryLinkTags,
  FindConsolePerson,
  OpenConsoleSession,
  SignInAttempts,
} from '@blitz/accounts';
import { AuditTrail } from '@blitz/audit';
import { Clock, deriveKey } from '@blitz/kernel';
import { adapt, assemble } from '@blitz/platform';
import { PostgresAdministrators, PostgresEntryLinks } from '@blitz/postgres';
import { RedisConsoleSessions, RedisSignInAttempts } from '@blitz/redis';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { SessionCallers } from '../access/session-callers.ts';
import { Environment } from '../assembly/tokens.ts';
import { ConsoleCookies } from '../session/console-cookies.ts';
import { CookieSessions } from '../session/cookie-sessions.ts';
import { EnterController } from './enter.controller.ts';
import { IdentityProvider } from './identity-provider.ts';
import { SessionController } from '../session/session.controller.ts';
import { SignIn } from './sign-in.ts';
import { SignInController } from './sign-in.controller.ts';

export const signInControllers = [SignInController, SessionController, EnterController];

/** How people get into the console. */
export const signInProviders: Provider[] = [
  adapt(Administrators, PostgresAdministrators, DataSource),
  adapt(EntryLinks, PostgresEntryLinks, DataSource),
  adapt(ConsoleSessions, RedisConsoleSessions, Redis),
  adapt(SignInAttempts, RedisSignInAttempts, Redis),
  assemble(FindConsolePerson, ConsoleSessions, Administrators, Clock),
  assemble(OpenConsoleSession, Administrators, ConsoleSessions, Clock, AuditTrail),
  { provide: EntryLinkTags, useFactory: ({ value }: Environment) => new EntryLinkTags(deriveKey(value.secrets.secret, 'entry links')), inject: [Environment] },
  assemble(EnterByLink, EntryLinks, EntryLinkTags, OpenConsoleSession, Clock, AuditTrail),
  { provide: ConsoleCookies, useFactory: ({ value }: Environment) => new ConsoleCookies(value.web.publicUrl), inject: [Environment] },
  {
    provide: IdentityProvider,
    useFactory: ({ value: { web, issuer, secrets } }: Environment) =>
      new IdentityProvider({
        issuer: issuer.issuer,
        clientId: consoleClientId,
        clientSecret: consoleClientSecret(secrets.secret),
        returnTo: `${web.publicUrl}${consoleReturnPaths.login}`,
        afterLogout: `${web.publicUrl}${consoleReturnPaths.logout}`,
      }),
    inject: [Environment],
  },
  assemble(SignIn, IdentityProvider, SignInAttempts, OpenConsoleSession, Clock, AuditTrail),
  adapt(SessionCallers, CookieSessions, ConsoleCookies, FindConsolePerson),
];
