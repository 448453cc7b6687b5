import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { Key, ProcedureText, sourceBodyLimit } from '../procedures/procedure-schemas.ts';

export const makeTestCall = route({
  method: 'POST',
  path: 'test-calls',
  privilege: 'w_system',
  tag: 'Procedures',
  summary: 'Tries a procedure: it really calls',
  description: 'A line for each step as it happens. Secrets and digits are masked.',
  body: Type.Object({
    phone_number: Type.String({ minLength: 1, maxLength: 64, description: 'With country code.', examples: ['+79001234567'] }),
    procedure: Key,
    draft: Type.Optional(ProcedureText),
    code_length: Type.Optional(Type.Integer({ minimum: 3, maximum: 10, description: 'The installation’s own when left out.' })),
  }, { additionalProperties: false }),
  answers: { 200: null },
  bodyLimit: sourceBodyLimit,
  streams: { contentTypes: ['application/x-ndjson', 'text/event-stream'], summary: 'The steps of the call' },
});

export const testCallRoutes = [makeTestCall] as const;
