import { Breakers, failuresMs, failuresUntilRest, firstRestMs, longestRestMs, trialMs, type Leave } from '@blitz/procedures';
import type { Redis } from 'ioredis';
import { breakerKey } from './keys.ts';
import { Script } from './script.ts';

const mayTry = new Script('breaker-may-try', ['breaker'], ['now', 'trialMs']);
const failed = new Script('breaker-failed', ['breaker'], ['now', 'failures', 'firstMs', 'longestMs', 'keepMs']);
const worked = new Script('breaker-worked', ['breaker'], []);
const undecided = new Script('breaker-undecided', ['breaker'], []);

const leaves: Readonly<Record<number, Leave>> = { 1: 'as_ever', 2: 'as_trial' };

/** What is known of providers that fail, shared by all diallers. */
export class RedisBreakers extends Breakers {
  constructor(private readonly redis: Redis) {
    super();
  }

  async mayTry(procedure: string, now: number): Promise<Leave> {
    return leaves[Number(await mayTry.run(this.redis, { breaker: breakerKey(procedure) }, { now, trialMs }))] ?? 'not_now';
  }

  async worked(procedure: string): Promise<boolean> {
    return (await worked.run(this.redis, { breaker: breakerKey(procedure) }, {})) === 1;
  }

  async failed(procedure: string, now: number): Promise<number | undefined> {
    const limits = { failures: failuresUntilRest, firstMs: firstRestMs, longestMs: longestRestMs, keepMs: failuresMs };
    const until = Number(await failed.run(this.redis, { breaker: breakerKey(procedure) }, { now, ...limits }));
    return until === 0 ? undefined : until;
  }

  async undecided(procedure: string): Promise<void> {
    await undecided.run(this.redis, { breaker: breakerKey(procedure) }, {});
  }

  async resting(procedures: readonly string[], now: number): Promise<Readonly<Record<string, number>>> {
    const until = await Promise.all(procedures.map((each) => this.redis.hget(breakerKey(each), 'restsUntil')));
    const entries = procedures.map((each, at) => [each, Number(until[at] ?? 0)] as const);
    return Object.fromEntries(entries.filter(([, at]) => at > now));
  }
}
