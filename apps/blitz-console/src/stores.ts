import { Log, Readiness } from '@blitz/platform';
import type { StoresEnvironment } from '@blitz/platform';
import { databaseReady, openDatabase } from '@blitz/postgres';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

/** How long a deed waits for Redis before the person is told that something of ours is down. */
const patienceMs = 3_000;

/** What blitz-console keeps open: PostgreSQL and Redis. Without either of them it is not ready. */
export class Stores implements OnApplicationShutdown {
  private constructor(
    readonly database: DataSource,
    readonly redis: Redis,
  ) {}

  static readonly needs = [Log, Readiness];

  /** @throws when the database does not answer; Redis may come later, and until then the service is not ready. */
  static open({ databaseUrl, redisUrl, embedded }: StoresEnvironment) {
    return async (log: Log, readiness: Readiness): Promise<Stores> => {
      log.info({ stores: embedded ? 'embedded' : 'external' }, 'stores in use');
      const stores = new Stores(await openDatabase(databaseUrl), connect(redisUrl, log));
      readiness.add('database', () => databaseReady(stores.database));
      readiness.add('redis', () => stores.redis.ping());
      return stores;
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    await this.database.destroy();
  }
}

function connect(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 2,
    commandTimeout: patienceMs,
    connectTimeout: patienceMs,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
  });
  // ioredis tries again for ever and tells of each try; one line per outage is enough.
  let lost = false;
  redis.on('error', (error: Error) => {
    if (!lost) log.warn(error, 'redis is out of reach');
    lost = true;
  });
  return redis.on('ready', () => (lost = false));
}
