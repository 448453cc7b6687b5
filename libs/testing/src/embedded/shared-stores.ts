import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './start-postgres.ts';
import { startRedis } from './start-redis.ts';

export interface SharedStores {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/** One throw-away PostgreSQL and Redis for a whole run of tests; spec files part them by `freshDatabase` and `freshRedis`. */
export async function startSharedStores(): Promise<SharedStores> {
  const folder = await mkdtemp(join(tmpdir(), 'blitz-stores-'));
  // As root the servers run as another user, who must get through to his own folder.
  await chmod(folder, 0o711);
  const postgres = startPostgres({ folder: join(folder, 'postgres'), throwAway: true });
  const redis = startRedis({ folder: join(folder, 'redis'), appendOnly: false, throwAway: true });
  const started = await Promise.allSettled([postgres, redis]);
  const stop = async (): Promise<void> => {
    for (const each of started) if (each.status === 'fulfilled') await each.value.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { databaseUrl: (await postgres).url, redisUrl: (await redis).url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
