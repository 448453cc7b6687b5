import type { Log } from '@blitz/platform';
import type { Redis, RedisOptions } from 'ioredis';
import type { IdpEnvironment } from '../environment.ts';

type RedisClass<Connection extends Redis> = new (url: string, options: RedisOptions) => Connection;

/** How long a deed waits for Redis before the person is told that something of ours is down (R19). */
const patienceMs = 3_000;

export function connectRedis<Connection extends Redis>(Class: RedisClass<Connection>, { stores }: IdpEnvironment, log: Log): Connection {
  const redis = new Class(stores.redisUrl, {
    maxRetriesPerRequest: 2,
    commandTimeout: patienceMs,
    connectTimeout: patienceMs,
    // What is asked in the same turn travels together: each write to a socket costs more than the command in it.
    enableAutoPipelining: true,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    // A deed whose answer was lost may have been done: sending it again by itself could pay twice.
    autoResendUnfulfilledCommands: false,
  });
  redis.on('error', (error: Error & { code?: string }) => {
    log.warn({ code: error.code ?? error.name }, 'redis is out of reach');
  });
  return redis;
}
