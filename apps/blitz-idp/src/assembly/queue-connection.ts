import type { ConnectionOptions } from 'bullmq';
import type { IdpEnvironment } from '../environment.ts';

/** Who adds a call gives up soon, so that the person is told; who works waits for Redis as long as it takes. */
export function queueConnection({ stores }: IdpEnvironment, use: 'adding' | 'working'): ConnectionOptions {
  const url = new URL(stores.redisUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    // BullMQ's own patience grows to twenty seconds: so long nobody would be called after Redis is back.
    retryStrategy: (times: number) => Math.min(times * 100, 1_000),
    ...(use === 'adding'
      ? { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 3_000 }
      : { maxRetriesPerRequest: null }),
  };
}
