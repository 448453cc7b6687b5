import {
  Accounts,
  Administrators,
  AllowCare,
  Applications,
  ChangePassword,
  EndSessions,
  LockAccount,
  PasswordHashes,
  Passwords,
  RequireLevel,
  RevokeBrowser,
  RevokeBrowsers,
  Sessions,
  TakeTrust,
  TrustedBrowsers,
} from '@blitz/accounts';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { AuditTrail, RecordDeed } from '@blitz/audit';
import { CareSettings, Challenges, PasswordAttempts, ReadSecurity, ResetFlashCall, ResetPassword, UnblockMethod } from '@blitz/factors';
import { Clock, Sealer } from '@blitz/kernel';
import { adapt, assemble } from '@blitz/platform';
import { PostgresAccounts, PostgresAdministrators, PostgresApplications, PostgresPasswords, PostgresTrustedBrowsers } from '@blitz/postgres';
import { RedisChallenges, RedisPasswordAttempts, RedisSessions } from '@blitz/redis';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { LateSettings } from '../settings/late-settings.ts';
import { LateCareSettings } from './late-care-settings.ts';

const stores: Provider[] = [
  adapt(Accounts, PostgresAccounts, DataSource, Clock),
  adapt(Administrators, PostgresAdministrators, DataSource),
  adapt(Applications, PostgresApplications, DataSource, Sealer),
  adapt(Passwords, PostgresPasswords, DataSource),
  adapt(TrustedBrowsers, PostgresTrustedBrowsers, DataSource),
  adapt(Sessions, RedisSessions, Redis),
  adapt(Challenges, RedisChallenges, Redis),
  adapt(PasswordAttempts, RedisPasswordAttempts, Redis),
  adapt(CareSettings, LateCareSettings, LateSettings),
  { provide: PasswordHashes, useFactory: () => new Argon2PasswordHashes() },
];

/** What helps a person; the journal of deeds comes with the API. */
export const careProviders: Provider[] = [
  ...stores,
  assemble(AllowCare, Accounts, Administrators),
  assemble(RequireLevel, AllowCare, Accounts, RecordDeed),
  assemble(LockAccount, AllowCare, Accounts, Sessions, RecordDeed, Clock),
  assemble(EndSessions, AllowCare, Sessions, RecordDeed, Clock),
  assemble(RevokeBrowser, TrustedBrowsers, Clock, AuditTrail),
  assemble(RevokeBrowsers, TrustedBrowsers, Clock, AuditTrail),
  assemble(TakeTrust, AllowCare, RevokeBrowser, RevokeBrowsers, RecordDeed),
  assemble(ChangePassword, Passwords, PasswordHashes, Clock),
  assemble(ResetFlashCall, AllowCare, Challenges, RevokeBrowsers, RecordDeed, Clock),
  {
    provide: UnblockMethod,
    useFactory: (allow: AllowCare, challenges: Challenges, attempts: PasswordAttempts, deeds: RecordDeed, clock: Clock) =>
      new UnblockMethod(allow, { challenges, attempts }, deeds, clock),
    inject: [AllowCare, Challenges, PasswordAttempts, RecordDeed, Clock],
  },
  {
    provide: ResetPassword,
    useFactory: (allow: AllowCare, changePassword: ChangePassword, sessions: Sessions, attempts: PasswordAttempts, deeds: RecordDeed, clock: Clock) =>
      new ResetPassword(allow, { changePassword, sessions, attempts }, deeds, clock),
    inject: [AllowCare, ChangePassword, Sessions, PasswordAttempts, RecordDeed, Clock],
  },
  {
    provide: ReadSecurity,
    useFactory: (
      accounts: Accounts,
      administrators: Administrators,
      passwords: Passwords,
      attempts: PasswordAttempts,
      challenges: Challenges,
      settings: CareSettings,
      clock: Clock,
    ) => new ReadSecurity({ accounts, administrators, passwords, attempts, challenges }, settings, clock),
    inject: [Accounts, Administrators, Passwords, PasswordAttempts, Challenges, CareSettings, Clock],
  },
];
