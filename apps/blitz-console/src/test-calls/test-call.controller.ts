import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { readTestCall } from './read-test-call.ts';
import { StepStream } from './step-stream.ts';
import { TestCallDesk } from './test-call-desk.ts';
import { makeTestCall } from './test-call.routes.ts';

const longestUserAgent = 512;

/** One call to try a procedure, told step by step. */
@Controller()
export class TestCallController {
  @Inject(TestCallDesk) private readonly desk!: TestCallDesk;

  @Serves(makeTestCall)
  async call(@Asked() { body, actor }: Asked<typeof makeTestCall>, @Res() reply: FastifyReply): Promise<void> {
    const steps = new StepStream(reply);
    const end = await this.desk.execute({
      ...readTestCall(body),
      author: actor.id,
      address: actor.address,
      browser: actor.userAgent.slice(0, longestUserAgent),
      correlation: actor.correlationId,
      watch: (step) => { steps.send(step); },
    });
    steps.end({ kind: 'end', ...end });
  }
}
