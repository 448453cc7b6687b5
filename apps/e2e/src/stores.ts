import { join } from 'node:path';
import { startPostgres, startRedis, type EmbeddedServer } from '@blitz/testing';

export interface Stores {
  readonly postgres: EmbeddedServer;
  readonly redis: EmbeddedServer;
}

/** A PostgreSQL and a Redis of our own: journeys stop them. They are forgotten when stopped. */
export async function startStores(folder: string): Promise<Stores> {
  const [postgres, redis] = await Promise.allSettled([
    startPostgres({ folder: join(folder, 'postgres'), throwAway: true }),
    startRedis({ folder: join(folder, 'redis'), appendOnly: false, throwAway: true }),
  ]);
  if (postgres.status === 'fulfilled' && redis.status === 'fulfilled') return { postgres: postgres.value, redis: redis.value };
  for (const each of [postgres, redis]) if (each.status === 'fulfilled') await each.value.stop();
  throw new Error('the stores did not start', { cause: [postgres, redis].find((each) => each.status === 'rejected')?.reason });
}
