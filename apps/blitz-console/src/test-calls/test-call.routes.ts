import { Type } from 'typebox';
import { route } from '../api/route.ts';

export const makeTestCall = route({
  method: 'POST',
  path: 'test-calls',
  privilege: 'w_system',
  tag: 'Procedures',
  summary: 'Tries a procedure: it really calls',
  description: 'A line for each step as it happens. Secrets and digits are masked.',
  // What the use case reads itself is left as it came.
  body: Type.Unknown({ description: '`phone_number`, `procedure`, and possibly `draft` and `code_length`' }),
  answers: { 200: null },
  // 64 KiB of source, each character written as `\u….` at the worst, and the rest.
  bodyLimit: 400 * 1024,
  streams: { contentTypes: ['application/x-ndjson', 'text/event-stream'], summary: 'The steps of the call' },
});

export const testCallRoutes = [makeTestCall] as const;
