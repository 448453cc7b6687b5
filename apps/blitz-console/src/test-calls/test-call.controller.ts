import { DomainError } from '@blitz/kernel';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked } from '../api/asked.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { Serves } from '../api/serves.ts';
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
    const { phone_number: phoneNumber, procedure, draft, code_length: codeLength } = body;
    const wanted = { phoneNumber, procedure, ...(draft === undefined ? {} : { draft }), ...(codeLength === undefined ? {} : { codeLength }) };
    const { id: author, address, userAgent, correlationId: correlation } = actor;
    const stamp = { author, address, browser: userAgent.slice(0, longestUserAgent) };
    const end = await this.desk.execute({ ...wanted, ...stamp, correlation, watch: (step) => { steps.send(step); } }).catch(asFields);
    steps.end({ kind: 'end', ...end });
  }
}

/** A number that is none is a field like any other. */
function asFields(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'test_call_invalid') throw error;
  const { field, expected } = error.details;
  throw new FieldsInvalid([{ pointer: `/body/${String(field)}`, rule: String(field), expected: String(expected) }]);
}
