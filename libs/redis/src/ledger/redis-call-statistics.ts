import { CallStatistics, type CallFault, type DestinationStatistics } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import type { Redis } from 'ioredis';
import { dayKey, dayMs, faultsKey, keptDays, keptFaults } from './ledger-keys.ts';

type Sums = Map<string, Map<string, number>>;

/** What RedisCallLedger counted. */
export class RedisCallStatistics extends CallStatistics {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
  ) {
    super();
  }

  async destinations(procedure: string, days: number): Promise<readonly DestinationStatistics[]> {
    const count = Math.min(Math.max(1, Math.trunc(days)), keptDays);
    const now = this.clock.now();
    const each = Array.from({ length: count }, (_, back) => this.redis.hgetall(dayKey(procedure, now - back * dayMs)));
    const sums: Sums = new Map();
    for (const day of await Promise.all(each)) for (const [field, value] of Object.entries(day)) add(sums, field, Number(value));
    return [...sums].map(statisticsOf).sort((one, other) => other.offered - one.offered || other.placed - one.placed);
  }

  async lastFaults(procedure: string): Promise<readonly CallFault[]> {
    const kept = await this.redis.lrange(faultsKey(procedure), 0, keptFaults - 1);
    return kept.map((line) => JSON.parse(line) as CallFault);
  }
}

function add(sums: Sums, field: string, value: number): void {
  const [what = '', destination = ''] = field.split(' ');
  const sum = sums.get(destination) ?? new Map<string, number>();
  sum.set(what, (sum.get(what) ?? 0) + value);
  sums.set(destination, sum);
}

function statisticsOf([destination, sum]: readonly [string, ReadonlyMap<string, number>]): DestinationStatistics {
  const of = (what: string): number => sum.get(what) ?? 0;
  const completed = of('completed');
  const meanToCodeMs = completed === 0 ? undefined : Math.round(of('toCodeMs') / completed);
  return { destination, offered: of('offered'), placed: of('placed'), failed: of('failed'), completed, meanToCodeMs };
}
