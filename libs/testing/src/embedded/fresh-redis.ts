import { Redis } from 'ioredis';
import { jestWorker, sharedStore } from './environment.ts';

export interface FreshRedis {
  readonly url: string;
  /** Forgets everything in this worker's database. */
  flush(): Promise<void>;
}

/**
 * A logical database for each jest worker, empty at the start of a spec file. Channels (pub/sub) have no such walls in
 * Redis: whoever tests what is published takes a server of his own with `startRedis`.
 */
export async function freshRedis(): Promise<FreshRedis> {
  const url = new URL(sharedStore('BLITZ_TEST_REDIS_URL'));
  url.pathname = `/${jestWorker()}`;
  const flush = async (): Promise<void> => {
    const redis = new Redis(url.href, { lazyConnect: true });
    await redis.connect();
    await redis.flushdb();
    redis.disconnect();
  };
  await flush();
  return { url: url.href, flush };
}
