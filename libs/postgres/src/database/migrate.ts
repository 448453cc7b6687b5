import type { DataSource } from 'typeorm';
import { migrationLock } from './locks.ts';

/** Brings the tables up to date. Any number may start at once: one works, the others wait and find nothing to do. */
export async function migrate(database: DataSource): Promise<void> {
  const guard = database.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('SET statement_timeout = 0');
    await guard.query('SELECT pg_advisory_lock($1, $2)', [...migrationLock]);
    try {
      await database.runMigrations({ transaction: 'all' });
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1, $2)', [...migrationLock]);
      await guard.query('RESET statement_timeout');
    }
  } finally {
    await guard.release();
  }
}
