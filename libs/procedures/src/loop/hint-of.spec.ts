import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanAuditEvent } from '@blitz/audit';
import { hintOf } from './hint-of.ts';

const failing = (key: string, secrets: Readonly<Record<string, string>> = {}) => ({ procedure: { key }, secrets });
const keptHint = (hint: string): unknown =>
  (cleanAuditEvent({ type: 'call_failed', at: 1, details: { reason: 'x', hint } }).details as { hint?: string } | undefined)?.hint;

describe('why a call failed, in the journal', () => {
  it.each([
    [{ fault: 'threw' as const, message: 'SenderID: a text was expected, but it is missing', line: 12 }, 'sms-ru, line 12: SenderID: a text was expected, but it is missing'],
    [{ fault: 'said_so' as const, code: 'wrong_http_status', status: 503 }, 'sms-ru, status 503: wrong_http_status'],
    [{ fault: 'timeout' as const, code: 'timeout', message: 'api.example.org did not answer' }, 'sms-ru: api.example.org did not answer'],
    [{ fault: 'too_long' as const, message: 'ran longer than its 100 ms', line: 3 }, 'sms-ru, line 3: it did not end in time'],
    [{ fault: 'threw' as const, message: 'the code is 0042 for +79001234567' }, 'sms-ru: the code is for'],
  ])('says %j', (told, hint) => {
    expect(hintOf(failing('sms-ru'), told)).toBe(hint);
  });

  it.each([
    ['the message', { fault: 'threw' as const, message: 'Error: token S3cret-Key is no good' }],
    ['the name of a host, which has no capitals', { fault: 'host_refused' as const, message: 's3cret-key.example.org is not in the list' }],
    ['its own error code', { fault: 'said_so' as const, code: 'refused_S3cret-Key' }],
    ['an address', { fault: 'threw' as const, message: 'no answer from /call?key=S3CRET-KEY' }],
  ])('R14 holds no secret that a procedure put into %s', (_where, told) => {
    const hint = hintOf(failing('sms-ru', { token: 'S3cret-Key' }), told);
    expect(hint).not.toMatch(/cret|key[^=]/i);
    expect(hint.length).toBeGreaterThan('sms-ru: '.length);
  });

  it('R14 is kept by the journal, and holds no digit of what a provider said', () => {
    const told = fc.record({ message: fc.string({ maxLength: 300 }), code: fc.string(), line: fc.integer({ min: 1, max: 99_999 }) });
    fc.assert(
      fc.property(told, (each) => {
        const hint = hintOf(failing('sms-2'), { fault: 'threw', ...each });
        expect(keptHint(hint)).toBe(hint);
        expect(hint.replace(/, line \d{1,2}:/, '')).not.toMatch(/\d/);
      }),
    );
  });
});
