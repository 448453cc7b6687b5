import { Accounts } from '@blitz/accounts';
import { AuditEvents, AuditTrail, RecordDeed } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { adapt, assemble, Log } from '@blitz/platform';
import { PostgresAccounts, PostgresAuditEvents } from '@blitz/postgres';
import { PlanReadiness, ProcedureStore } from '@blitz/procedures';
import {
  BrowseVersions, CallReadiness, ChangeSettings, CompareWithFile, ImportConf, MethodRules, PreviewChange, RestoreVersion, SaveMethods, SaveSettings,
  SettingsSignal, SettingsStore,
} from '@blitz/settings';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConfFile } from './conf-file.ts';
import { AuthorNames } from './configuration/author-names.ts';
import { CurrentSettings } from './current-settings.ts';

/** Settings and methods, as administrators change them. */
export const settingsProviders: Provider[] = [
  adapt(AuditEvents, PostgresAuditEvents, DataSource),
  adapt(Accounts, PostgresAccounts, DataSource),
  assemble(AuthorNames, Accounts),
  adapt(CallReadiness, PlanReadiness, ProcedureStore, Sealer, AuditEvents),
  { provide: MethodRules, useFactory: ({ settings }: ConfFile, readiness: CallReadiness) => new MethodRules(settings, readiness), inject: [ConfFile, CallReadiness] },
  {
    provide: SaveSettings,
    useFactory: ({ settings }: ConfFile, store: SettingsStore, signal: SettingsSignal, clock: Clock, audit: AuditTrail, log: Log) =>
      new SaveSettings(settings, store, signal, { clock, audit, warn: (concern) => { log.warn({ concern }, 'settings'); } }),
    inject: [ConfFile, SettingsStore, SettingsSignal, Clock, AuditTrail, Log],
  },
  {
    provide: ChangeSettings,
    useFactory: ({ settings }: ConfFile, store: SettingsStore, rules: MethodRules, save: SaveSettings, record: RecordDeed) => new ChangeSettings(settings, store, rules, save, record),
    inject: [ConfFile, SettingsStore, MethodRules, SaveSettings, RecordDeed],
  },
  { provide: SaveMethods, useFactory: ({ settings }: ConfFile, change: ChangeSettings) => new SaveMethods(settings, change), inject: [ConfFile, ChangeSettings] },
  { provide: CompareWithFile, useFactory: ({ settings }: ConfFile, store: SettingsStore) => new CompareWithFile(settings, store), inject: [ConfFile, SettingsStore] },
  { provide: CurrentSettings, useFactory: ({ settings }: ConfFile, store: SettingsStore) => new CurrentSettings(settings, store), inject: [ConfFile, SettingsStore] },
  { provide: PreviewChange, useFactory: ({ settings }: ConfFile, store: SettingsStore, rules: MethodRules) => new PreviewChange(settings, store, rules), inject: [ConfFile, SettingsStore, MethodRules] },
  {
    provide: ImportConf,
    useFactory: ({ settings }: ConfFile, store: SettingsStore, preview: PreviewChange, change: ChangeSettings) => new ImportConf(settings, store, preview, change),
    inject: [ConfFile, SettingsStore, PreviewChange, ChangeSettings],
  },
  assemble(BrowseVersions, SettingsStore),
  assemble(RestoreVersion, SettingsStore, ChangeSettings),
];
