import type { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.ts';
import { rows } from './rows.ts';

/** Resolves when the database answers and has the tables that this version needs; rejects with the reason otherwise. */
export async function databaseReady(database: DataSource): Promise<void> {
  const done = await rows<{ name: string }>(database, 'SELECT name FROM migrations', []);
  const names = new Set(done.map(({ name }) => name));
  const missing = migrations.filter((each) => !names.has(each.name));
  if (missing.length > 0) throw new Error(`the database lacks ${String(missing.length)} migration(s): run the migrations first`);
}
