import { FirstTables1763900000000 } from './1763900000000-first-tables.ts';
import { Procedures1764180000000 } from './1764180000000-procedures.ts';
import { Administrators1764190000000 } from './1764190000000-administrators.ts';
import { Directory1764200000000 } from './1764200000000-directory.ts';
import { AttributeValues1764200000001 } from './1764200000001-attribute-values.ts';
import { AccountImports1764200000002 } from './1764200000002-account-imports.ts';
import { JournalIndexes1764220000000 } from './1764220000000-journal-indexes.ts';
import { CallDays1764220000001 } from './1764220000001-call-days.ts';
import { ApplicationVersions1764240000000 } from './1764240000000-application-versions.ts';

/** In order. A migration that was released is never changed; another one follows it. */
export const migrations = [
  FirstTables1763900000000,
  Procedures1764180000000,
  Administrators1764190000000,
  Directory1764200000000,
  AttributeValues1764200000001,
  AccountImports1764200000002,
  JournalIndexes1764220000000,
  CallDays1764220000001,
  ApplicationVersions1764240000000,
];
