import { Accounts, Administrators, AllowCare, ChangeAccount, CreateAccount, Directory, DirectoryAttributes, DirectoryRules, IndexAccounts, ListAttributes } from '@blitz/accounts';
import { RecordDeed } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { adapt, assemble } from '@blitz/platform';
import { PostgresAccounts, PostgresAdministrators, PostgresDirectory, PostgresDirectoryAttributes } from '@blitz/postgres';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LateSettings } from '../settings/late-settings.ts';
import { IndexAtLeisure } from './index-at-leisure.ts';
import { LateDirectoryRules } from './late-directory-rules.ts';
import { SearchUsers } from './search-users.ts';

/** Who the directory knows. */
export const usersProviders: Provider[] = [
  adapt(Accounts, PostgresAccounts, DataSource, Clock),
  adapt(Administrators, PostgresAdministrators, DataSource),
  adapt(Directory, PostgresDirectory, DataSource, Clock),
  adapt(DirectoryAttributes, PostgresDirectoryAttributes, DataSource, Clock),
  adapt(DirectoryRules, LateDirectoryRules, LateSettings),
  assemble(AllowCare, Accounts, Administrators),
  assemble(SearchUsers, Directory, DirectoryRules, Sealer),
  assemble(CreateAccount, Directory, DirectoryRules, RecordDeed),
  assemble(ChangeAccount, Directory, DirectoryRules, AllowCare, RecordDeed),
  assemble(ListAttributes, DirectoryRules, DirectoryAttributes),
  assemble(IndexAccounts, Directory, DirectoryRules),
  IndexAtLeisure,
];
