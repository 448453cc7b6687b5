import type { Log } from '@blitz/platform';
import { Redis, type RedisOptions } from 'ioredis';

/** How long a deed waits for Redis before the person is told that something of ours is down. */
const patienceMs = 3_000;

/** The connection that only listens. */
export class Subscriber extends Redis {}

type RedisClass<Connection extends Redis> = new (url: string, options: RedisOptions) => Connection;

/** @param log hears of outages; those of a second connection are the first one's */
export function connectRedis<Connection extends Redis>(Class: RedisClass<Connection>, url: string, log?: Log): Connection {
  const redis = new Class(url, {
    maxRetriesPerRequest: 2,
    commandTimeout: patienceMs,
    connectTimeout: patienceMs,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    // A deed whose answer was lost may have been done: sending it again by itself would count twice.
    autoResendUnfulfilledCommands: false,
  });
  // ioredis tries again for ever and tells of each try; one line per outage is enough.
  let lost = false;
  redis.on('error', (error: Error) => {
    if (!lost) log?.warn(error, 'redis is out of reach');
    lost = true;
  });
  redis.on('ready', () => (lost = false));
  return redis;
}
