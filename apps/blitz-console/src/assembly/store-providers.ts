import { AuditTrail } from '@blitz/audit';
import { Sealer } from '@blitz/kernel';
import { adapt, Log } from '@blitz/platform';
import { openDatabase, PostgresAuditTrail, PostgresProcedureStore, PostgresSettingsStore } from '@blitz/postgres';
import { ProcedureStore } from '@blitz/procedures';
import { connectRedis, RedisSettingsSignal } from '@blitz/redis';
import { LiveSettings, readBlitzConf, SettingsSignal, SettingsStore } from '@blitz/settings';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { ConfFile } from '../settings/conf-file.ts';
import { LateSettings } from '../settings/late-settings.ts';
import { Subscriber } from './subscriber.ts';
import { Environment } from './tokens.ts';

/** PostgreSQL, Redis, and what is kept in them. */
export const storeProviders: Provider[] = [
  { provide: Sealer, useFactory: ({ value }: Environment) => new Sealer(value.secrets.masterKeys), inject: [Environment] },
  { provide: DataSource, useFactory: ({ value }: Environment) => openDatabase(value.stores.databaseUrl), inject: [Environment] },
  {
    provide: Redis,
    useFactory: ({ value }: Environment, log: Log) =>
      connectRedis(Redis, { url: value.stores.redisUrl, lost: (code) => { log.warn({ code }, 'redis is out of reach'); } }),
    // Without a database the service does not start; then nothing else was opened.
    inject: [Environment, Log, DataSource],
  },
  {
    provide: Subscriber,
    useFactory: ({ value }: Environment) => connectRedis(Subscriber, { url: value.stores.redisUrl, lost: () => undefined }),
    inject: [Environment, DataSource],
  },
  adapt(ProcedureStore, PostgresProcedureStore, DataSource),
  adapt(SettingsStore, PostgresSettingsStore, DataSource),
  adapt(SettingsSignal, RedisSettingsSignal, Redis, Subscriber),
  {
    provide: AuditTrail,
    useFactory: (source: DataSource, log: Log) =>
      new PostgresAuditTrail(source, { onFailure: (error) => { log.error({ err: error }, 'events wait for the database'); } }),
    inject: [DataSource, Log],
  },
  {
    provide: ConfFile,
    useFactory: async ({ value }: Environment, log: Log): Promise<ConfFile> => {
      const settings = await readBlitzConf(value.settings.configFile);
      for (const warning of settings.warnings) log.warn({ warning }, 'blitz.conf');
      return { settings };
    },
    inject: [Environment, Log],
  },
  {
    provide: LateSettings,
    useFactory: ({ settings: file }: ConfFile, store: SettingsStore, signal: SettingsSignal, log: Log) =>
      new LateSettings(() => LiveSettings.start({ file, store, signal, warn: (concern) => { log.warn({ concern }, 'settings'); } })),
    inject: [ConfFile, SettingsStore, SettingsSignal, Log],
  },
];
