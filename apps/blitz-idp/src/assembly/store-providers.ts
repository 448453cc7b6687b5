import {
  Accounts,
  Applications,
  ChangePassword,
  consoleClient,
  PasswordHashes,
  Passwords,
  RecogniseBrowser,
  RevokeBrowsers,
  SigningKeys,
  TrustBrowser,
  TrustedBrowsers,
} from '@blitz/accounts';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { AuditTrail } from '@blitz/audit';
import { CallGuards, CallLedger, Challenges, FlashCallSettings, GuardSettings, Logins, OpenEntries, PasswordAttempts, PasswordSettings } from '@blitz/factors';
import { Clock, deriveKey, Sealer } from '@blitz/kernel';
import { adapt, assemble, Log, Registry } from '@blitz/platform';
import {
  openDatabase,
  PostgresAccounts,
  PostgresApplications,
  PostgresAuditTrail,
  PostgresPasswords,
  PostgresSettingsStore,
  PostgresSigningKeys,
  PostgresTrustedBrowsers,
} from '@blitz/postgres';
import { connectRedis, LiveUpdates, RedisCallGuards, RedisCallLedger, RedisChallenges, RedisLogins, RedisOpenEntries, RedisPasswordAttempts, RedisSettingsSignal } from '@blitz/redis';
import { LiveSettings, readBlitzConf, SettingsSignal, SettingsStore } from '@blitz/settings';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { CountedAuditTrail } from '../metrics/counted-audit-trail.ts';
import { LiveFlashCallSettings } from '../settings/live-flash-call-settings.ts';
import { LiveGuardSettings } from '../settings/live-guard-settings.ts';
import { LivePasswordSettings } from '../settings/live-password-settings.ts';
import { BuiltInApplications } from '../oidc/built-in-applications.ts';
import { RecentApplications } from '../oidc/recent-applications.ts';
import { Subscriber } from '../subscriber.ts';
import { Environment, Keys } from './tokens.ts';

/** PostgreSQL, Redis, and what is kept in them. */
export const storeProviders: Provider[] = [
  {
    provide: Keys,
    useFactory: ({ value }: Environment): Keys => ({ of: (purpose) => deriveKey(value.secrets.secret, purpose) }),
    inject: [Environment],
  },
  { provide: Sealer, useFactory: ({ value }: Environment) => new Sealer(value.secrets.masterKeys), inject: [Environment] },
  { provide: DataSource, useFactory: ({ value }: Environment) => openDatabase(value.stores.databaseUrl), inject: [Environment] },
  {
    provide: Redis,
    useFactory: ({ value }: Environment, log: Log) =>
      connectRedis(Redis, { url: value.stores.redisUrl, lost: (code) => { log.warn({ code }, 'redis is out of reach'); } }),
    inject: [Environment, Log],
  },
  {
    provide: Subscriber,
    // One line per outage is enough: the connection that works writes it.
    useFactory: ({ value }: Environment) => connectRedis(Subscriber, { url: value.stores.redisUrl, lost: () => undefined }),
    inject: [Environment],
  },

  adapt(Accounts, PostgresAccounts, DataSource, Clock),
  adapt(Passwords, PostgresPasswords, DataSource),
  adapt(TrustedBrowsers, PostgresTrustedBrowsers, DataSource),
  assemble(PostgresApplications, DataSource, Sealer),
  assemble(RecentApplications, PostgresApplications, Clock),
  {
    provide: Applications,
    useFactory: ({ value: { neighbours, secrets } }: Environment, others: RecentApplications) =>
      new BuiltInApplications(neighbours.consoleUrl === undefined ? [] : [consoleClient(neighbours.consoleUrl, secrets.secret)], others),
    inject: [Environment, RecentApplications],
  },
  adapt(SigningKeys, PostgresSigningKeys, DataSource, Sealer),
  adapt(SettingsStore, PostgresSettingsStore, DataSource),
  {
    provide: PostgresAuditTrail,
    useFactory: (source: DataSource, log: Log) =>
      new PostgresAuditTrail(source, { onFailure: (error) => { log.error({ err: error }, 'events wait for the database'); } }),
    inject: [DataSource, Log],
  },
  adapt(AuditTrail, CountedAuditTrail, PostgresAuditTrail, Registry),
  { provide: Argon2PasswordHashes, useFactory: () => new Argon2PasswordHashes() },
  { provide: PasswordHashes, useExisting: Argon2PasswordHashes },
  assemble(TrustBrowser, TrustedBrowsers, Clock, AuditTrail),
  assemble(RecogniseBrowser, TrustedBrowsers, Clock, AuditTrail),
  assemble(RevokeBrowsers, TrustedBrowsers, Clock, AuditTrail),
  assemble(ChangePassword, Passwords, PasswordHashes, Clock),

  adapt(Challenges, RedisChallenges, Redis),
  adapt(CallGuards, RedisCallGuards, Redis),
  {
    provide: CallLedger,
    useFactory: (redis: Redis, clock: Clock, log: Log) =>
      new RedisCallLedger(redis, clock, (error) => { log.warn({ err: error }, 'a call was not counted'); }),
    inject: [Redis, Clock, Log],
  },
  adapt(OpenEntries, RedisOpenEntries, Redis, LiveUpdates, Sealer),
  adapt(Logins, RedisLogins, Redis),
  adapt(PasswordAttempts, RedisPasswordAttempts, Redis),
  adapt(SettingsSignal, RedisSettingsSignal, Redis, Subscriber),
  assemble(LiveUpdates, Subscriber),
  {
    provide: LiveSettings,
    useFactory: async ({ value }: Environment, store: SettingsStore, signal: SettingsSignal, log: Log) => {
      const file = await readBlitzConf(value.settings.configFile);
      for (const warning of file.warnings) log.warn({ warning }, 'blitz.conf');
      return LiveSettings.start({ file, store, signal, warn: (concern) => { log.warn({ concern }, 'settings'); } });
    },
    inject: [Environment, SettingsStore, SettingsSignal, Log],
  },
  {
    provide: FlashCallSettings,
    useFactory: (live: LiveSettings) => new LiveFlashCallSettings(live),
    inject: [LiveSettings],
  },
  { provide: GuardSettings, useFactory: (live: LiveSettings) => new LiveGuardSettings(live), inject: [LiveSettings] },
  { provide: PasswordSettings, useFactory: (live: LiveSettings) => new LivePasswordSettings(live), inject: [LiveSettings] },
];
