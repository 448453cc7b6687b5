import { LookAtCalls } from '@blitz/audit';
import { CallQueueState } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { readOverview, readQueues } from './calls.routes.ts';
import { describeOverview, describeQueues } from './describe-calls.ts';
import { readSpan } from './read-span.ts';

/** What happens to calls now, and what became of them. */
@Controller()
export class CallsController {
  @Inject(LookAtCalls) private readonly lookAtCalls!: LookAtCalls;
  @Inject(CallQueueState) private readonly queues!: CallQueueState;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(readOverview)
  async overview(@Asked() { query }: Asked<typeof readOverview>): Promise<Answer<typeof readOverview>> {
    const now = this.clock.now();
    const { span, bucket } = readSpan(query, now);
    return describeOverview(await this.lookAtCalls.execute(span, bucket), now);
  }

  @Serves(readQueues)
  async queue(): Promise<Answer<typeof readQueues>> {
    const now = this.clock.now();
    return describeQueues(await this.queues.look(now), now);
  }
}
