import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { migrationLock } from './locks.ts';
import { rows } from './rows.ts';

const lookAgainMs = 100;

/**
 * Brings the tables up to date. Any number may start at once: one works, the others wait and find nothing to do. Each migration is
 * whole or not there; one that builds indexes beside the work of services has no transaction and can be begun again.
 */
export async function migrate(database: DataSource): Promise<void> {
  const guard = database.createQueryRunner();
  await guard.connect();
  try {
    await locked(guard);
    try {
      await database.runMigrations({ transaction: 'each' });
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1, $2)', [...migrationLock]);
    }
  } finally {
    await guard.release();
  }
}

/** Asks again and again: a statement that waits for the lock would be waited for by `CREATE INDEX CONCURRENTLY`, for ever. */
async function locked(guard: QueryRunner): Promise<void> {
  for (;;) {
    const [answer] = await rows<{ locked: boolean }>(guard, 'SELECT pg_try_advisory_lock($1, $2) AS locked', [...migrationLock]);
    if (answer?.locked === true) return;
    await pause(lookAgainMs);
  }
}
