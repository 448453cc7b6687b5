import { Breakers, failuresMs, failuresUntilRest, firstRestMs, longestRestMs, trialMs } from '@blitz/procedures';
import type { Redis } from 'ioredis';
import { breakerKey } from './keys.ts';
import { Script } from './script.ts';

const mayTry = new Script('breaker-may-try', ['breaker'], ['now', 'trialMs']);
const failed = new Script('breaker-failed', ['breaker'], ['now', 'failures', 'firstMs', 'longestMs', 'keepMs']);

/** What is known of providers that fail, shared by all diallers. */
export class RedisBreakers extends Breakers {
  constructor(private readonly redis: Redis) {
    super();
  }

  async mayTry(procedure: string, now: number): Promise<boolean> {
    return (await mayTry.run(this.redis, { breaker: breakerKey(procedure) }, { now, trialMs })) === 1;
  }

  async worked(procedure: string): Promise<void> {
    await this.redis.del(breakerKey(procedure));
  }

  async failed(procedure: string, now: number): Promise<void> {
    const limits = { failures: failuresUntilRest, firstMs: firstRestMs, longestMs: longestRestMs, keepMs: failuresMs };
    await failed.run(this.redis, { breaker: breakerKey(procedure) }, { now, ...limits });
  }

  async resting(procedures: readonly string[], now: number): Promise<Readonly<Record<string, number>>> {
    const until = await Promise.all(procedures.map((each) => this.redis.hget(breakerKey(each), 'restsUntil')));
    const entries = procedures.map((each, at) => [each, Number(until[at] ?? 0)] as const);
    return Object.fromEntries(entries.filter(([, at]) => at > now));
  }
}
