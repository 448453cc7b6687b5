import { CallLedger, pumpingWindowMs, type FaultOf, type Route } from '@blitz/factors';
import { newId, type Clock } from '@blitz/kernel';
import type { ChainableCommander, Redis } from 'ioredis';
import { completedKey, placedKey } from '../guards/guard-keys.ts';
import { dayKey, dayMs, faultsKey, keptDays, keptFaults } from './ledger-keys.ts';

/** Without a limit per prefix its history would grow with its calls; this many tell enough. */
const longestHistory = 10_000;

/**
 * Counts calls in Redis: by procedure, destination and day for the administrator, and by prefix for the guards. Nobody waits for
 * it; what Redis did not take is told to `warn` and lost.
 */
export class RedisCallLedger extends CallLedger {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
    private readonly warn: (error: unknown) => void,
  ) {
    super();
  }

  offered(route: Route): void {
    this.#count(route, { offered: 1 });
  }

  placed(route: Route): void {
    this.#count(route, { placed: 1 });
    this.#remember(placedKey(route.prefixTag), this.clock.now());
  }

  failed(route: Route, because: string, hint: string): void {
    this.#count(route, { failed: 1 });
    this.fault(route, because, hint);
  }

  fault({ procedure, destination }: FaultOf, because: string, hint: string): void {
    const fault = JSON.stringify({ at: this.clock.now(), destination, because, hint });
    const key = faultsKey(procedure);
    this.#write((deed) => deed.lpush(key, fault).ltrim(key, 0, keptFaults - 1).pexpire(key, keptDays * dayMs));
  }

  completed(route: Route, tookMs: number): void {
    const ms = Number.isFinite(tookMs) ? Math.max(0, Math.round(tookMs)) : 0;
    this.#count(route, { completed: 1, toCodeMs: ms });
    // By the moment at which it was placed, so that it stands for the very call that is judged.
    this.#remember(completedKey(route.prefixTag), this.clock.now() - ms);
  }

  #count({ procedure, destination }: Route, counts: Readonly<Record<string, number>>): void {
    const key = dayKey(procedure, this.clock.now());
    this.#write((deed) => {
      for (const [what, by] of Object.entries(counts)) deed.hincrby(key, `${what} ${destination}`, by);
      return deed.pexpire(key, (keptDays + 1) * dayMs);
    });
  }

  #remember(key: string, at: number): void {
    this.#write((deed) =>
      deed
        .zadd(key, at, newId())
        .zremrangebyscore(key, 0, this.clock.now() - pumpingWindowMs)
        .zremrangebyrank(key, 0, -longestHistory - 1)
        .pexpire(key, pumpingWindowMs),
    );
  }

  #write(fill: (deed: ChainableCommander) => ChainableCommander): void {
    this.#settle(fill).catch((error: unknown) => { this.warn(error); });
  }

  async #settle(fill: (deed: ChainableCommander) => ChainableCommander): Promise<void> {
    const replies = (await fill(this.redis.multi()).exec()) ?? [];
    const error = replies.find(([each]) => each !== null)?.[0];
    if (error) throw error;
  }
}
