import { FirstTables1763900000000 } from './1763900000000-first-tables.ts';

/** In order. A migration that was released is never changed; another one follows it. */
export const migrations = [FirstTables1763900000000];
