import { AccountImports, DirectoryRules, ImportAccounts, ImportBatches, PasswordHashes } from '@blitz/accounts';
import { RecordDeed } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { adapt } from '@blitz/platform';
import { PostgresAccountImports, PostgresImportBatches } from '@blitz/postgres';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ImportDesk } from './import-desk.ts';

/** Lists of people, on their way into the directory. */
export const importsProviders: Provider[] = [
  adapt(AccountImports, PostgresAccountImports, DataSource, Clock),
  adapt(ImportBatches, PostgresImportBatches, DataSource, Clock),
  {
    provide: ImportAccounts,
    useFactory: (imports: AccountImports, batches: ImportBatches, hashes: PasswordHashes, rules: DirectoryRules, deeds: RecordDeed) => new ImportAccounts({ imports, batches, hashes }, rules, deeds),
    inject: [AccountImports, ImportBatches, PasswordHashes, DirectoryRules, RecordDeed],
  },
  ImportDesk,
];
