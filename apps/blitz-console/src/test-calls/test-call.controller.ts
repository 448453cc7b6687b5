import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../access/callers.ts';
import { readTestCall } from './read-test-call.ts';
import { StepStream } from './step-stream.ts';
import { TestCallDesk } from './test-call-desk.ts';

const longestUserAgent = 512;

/** One call to try a procedure, told step by step. */
@Controller('admin/api/v1/test-calls')
export class TestCallController {
  @Inject(TestCallDesk) private readonly desk!: TestCallDesk;
  @Inject(Callers) private readonly callers!: Callers;

  @Post()
  async call(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const steps = new StepStream(reply);
    const end = await this.desk.execute({
      ...readTestCall(request.body),
      author: this.callers.get(request).clientId,
      address: request.ip,
      browser: (request.headers['user-agent'] ?? '').slice(0, longestUserAgent),
      correlation: request.id,
      watch: (step) => { steps.send(step); },
    });
    steps.end({ kind: 'end', ...end });
  }
}
