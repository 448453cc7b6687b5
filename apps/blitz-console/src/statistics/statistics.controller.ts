import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CallStatistics } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Breakers, ProcedureStore } from '@blitz/procedures';
import { readDays } from './read-days.ts';
import { describeStatistics } from './describe-statistics.ts';

/** What became of calls, by procedure and destination, and which provider is left alone just now. */
@Controller('admin/api/v1/statistics')
export class StatisticsController {
  @Inject(CallStatistics) private readonly statistics!: CallStatistics;
  @Inject(Breakers) private readonly breakers!: Breakers;
  @Inject(ProcedureStore) private readonly store!: ProcedureStore;
  @Inject(Clock) private readonly clock!: Clock;

  @Get()
  async tell(@Query('days') days: unknown): Promise<object> {
    const asked = readDays(days);
    const { procedures, plan } = await this.store.set();
    const keys = procedures.map(({ key }) => key);
    const resting = await this.breakers.resting(keys, this.clock.now());
    const each = keys.map(async (key) =>
      describeStatistics({
        key,
        enabled: plan.some((entry) => entry.procedure === key && entry.enabled),
        // `constructor` is a key that a procedure may have.
        restsUntil: Object.hasOwn(resting, key) ? resting[key] : undefined,
        destinations: await this.statistics.destinations(key, asked),
        lastFaults: await this.statistics.lastFaults(key),
      }),
    );
    return { days: asked, procedures: await Promise.all(each) };
  }
}
