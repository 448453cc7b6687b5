import { Controller, Inject } from '@nestjs/common';
import { CallStatistics } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Breakers, ProcedureStore } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { describeStatistics } from './describe-statistics.ts';
import { readStatistics, usualDays } from './statistics.routes.ts';

/** What became of calls, by procedure and destination, and which provider is left alone just now. */
@Controller()
export class StatisticsController {
  @Inject(CallStatistics) private readonly statistics!: CallStatistics;
  @Inject(Breakers) private readonly breakers!: Breakers;
  @Inject(ProcedureStore) private readonly store!: ProcedureStore;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(readStatistics)
  async tell(@Asked() { query }: Asked<typeof readStatistics>): Promise<Answer<typeof readStatistics>> {
    const { days: asked = usualDays } = query;
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
