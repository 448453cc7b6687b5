import { freshDatabase } from '@blitz/testing';
import { migrate, openDatabase } from '../src/index.ts';
import type { DataSource } from 'typeorm';

export interface MigratedDatabase {
  readonly database: DataSource;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A database of its own, with the tables of these sources (not those of an older build). */
export async function migratedDatabase(): Promise<MigratedDatabase> {
  const fresh = await freshDatabase({ empty: true });
  const database = await openDatabase(fresh.url);
  await migrate(database);
  const close = async (): Promise<void> => {
    await database.destroy();
    await fresh.drop();
  };
  return { database, url: fresh.url, close };
}
