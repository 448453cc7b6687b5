import type { Redis, RedisOptions } from 'ioredis';

type RedisClass<Connection extends Redis> = new (url: string, options: RedisOptions) => Connection;

/** How long a deed waits for Redis before the person is told that something of ours is down (R19). */
const patienceMs = 3_000;

export interface RedisPlace {
  readonly url: string;
  /** Hears of each outage once, however often it is tried again: by the error's code alone. */
  readonly lost: (code: string) => void;
}

/** A connection as every service needs it. `Class` lets one that only listens be told from the one that works. */
export function connectRedis<Connection extends Redis>(Class: RedisClass<Connection>, { url, lost }: RedisPlace): Connection {
  const redis = new Class(url, {
    maxRetriesPerRequest: 2,
    commandTimeout: patienceMs,
    connectTimeout: patienceMs,
    // What is asked in the same turn travels together: each write to a socket costs more than the command in it.
    enableAutoPipelining: true,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    // A deed whose answer was lost may have been done: sending it again by itself could pay twice.
    autoResendUnfulfilledCommands: false,
  });
  let told = false;
  redis.on('error', (error: Error & { code?: string }) => {
    if (!told) lost(error.code ?? error.name);
    told = true;
  });
  redis.on('ready', () => (told = false));
  return redis;
}
