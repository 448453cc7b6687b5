/** RFC 9457, with what this API adds. */
export const documentedProblems = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'correlationId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: what programs decide by.' },
    correlationId: { type: 'string', description: 'By this the request is found in the logs and the journal.' },
    retryAfterSec: { type: 'integer' },
    fields: {
      type: 'array',
      description: 'With `fields_invalid`: what is wrong, and what is allowed there.',
      items: {
        type: 'object',
        required: ['pointer', 'rule', 'expected'],
        properties: { pointer: { type: 'string' }, rule: { type: 'string' }, expected: { type: 'string' }, limit: { type: 'number' } },
      },
    },
    etag: { type: 'string', description: 'With `changed_meanwhile`: of what stands there now.' },
    current: { description: 'With `changed_meanwhile`: what stands there now.' },
  },
};
