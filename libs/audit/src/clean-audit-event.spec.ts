import { describe, expect, it } from '@jest/globals';
import { auditDetails, auditEventTypes, type DetailKind } from './audit-details.ts';
import type { AuditEvent } from './audit-event.ts';
import { cleanAuditEvent } from './clean-audit-event.ts';
import { loginName, loginStem } from './login-name.ts';

/** What a careless caller, whom the compiler does not watch, would hand over. */
function careless(event: Record<string, unknown>): AuditEvent {
  return { at: 1_800_000_000_000, ...event } as unknown as AuditEvent;
}

describe('an audit event as it is written', () => {
  it('keeps who, when, where, and the details of its type', () => {
    const event: AuditEvent = {
      type: 'entry_wrong',
      at: 1_800_000_000_000,
      sub: 'a1',
      sid: 's1',
      clientId: 'shop',
      address: '2001:db8::1',
      userAgent: 'Firefox/140.0',
      correlationId: 'c-1',
      method: 'flashCall',
      details: { triesLeft: 2, budgetLeft: 7 },
    };
    expect(cleanAuditEvent(event)).toEqual(event);
  });

  it.each(['4711', '+79161234567', 'code 4711', 'called +7 916 123-45-67', 'the number is 89161234567', '٤٧١١'])(
    'R14 has no room for a code or a number: %s',
    (secret) => {
      for (const type of auditEventTypes) {
        const keys = [...Object.keys(auditDetails[type]), 'code', 'phone', 'anything'];
        const details = Object.fromEntries(keys.map((key) => [key, secret]));
        expect(JSON.stringify(cleanAuditEvent(careless({ type, details, method: secret })))).not.toContain(secret);
      }
    },
  );

  it('R14 leaves out numbers that are no count, duration, version or moment', () => {
    const kept = cleanAuditEvent(careless({ type: 'entry_wrong', details: { triesLeft: 4711, budgetLeft: 1.5 } }));
    expect(kept.details).toBeUndefined();
    expect(cleanAuditEvent(careless({ type: 'method_blocked', details: { until: 79161234567 } })).details).toBeUndefined();
  });

  it('leaves out details of another type, inherited names, and what is not what its key says', () => {
    const details = { until: 1_800_000_000_000, constructor: 'x', toString: 1, reason: { nested: 'x' } };
    expect(cleanAuditEvent(careless({ type: 'login_refused', details })).details).toBeUndefined();
  });

  it.each([
    ['reason', 'provider_refused', 'call_failed'],
    ['hint', 'http 503', 'call_failed'],
    ['hint', 'no SenderID in the answer', 'call_failed'],
    ['kid', 'Zk3_aXw-91', 'signing_key_made'],
    ['count', 0, 'browsers_revoked'],
    ['paidBack', false, 'call_failed'],
  ])('keeps %s %p', (key, value, type) => {
    expect(cleanAuditEvent(careless({ type, details: { [key]: value } })).details).toEqual({ [key]: value });
  });

  it('cuts long texts and takes out what forges lines or breaks the database', () => {
    const { userAgent, address } = cleanAuditEvent(
      careless({ type: 'logged_out', userAgent: `a\u0000b\nc\u202Ed\uD800${'é'.repeat(9999)}`, address: '🙂'.repeat(999) }),
    );
    expect(userAgent).toBe(`abcd${'é'.repeat(252)}`);
    expect(address).toBe('🙂'.repeat(64));
  });

  it('never writes the id of a login, which would open it, but the same name for the same login', () => {
    const id = 'kZ0vJbMZ1Qx3yqg0R9n1Wg';
    const { login } = cleanAuditEvent(careless({ type: 'login_started', login: id }));
    expect(login).toBe(loginName(id));
    expect(login).not.toContain(id);
  });

  it('has one name for a login, whatever it was renamed to, and another for every other', () => {
    const id = 'kZ0vJbMZ1Qx3yqg0R9n1Wg';
    expect(loginName(`${loginStem(id)}another`)).toBe(loginName(id));
    expect(loginName(`${id.slice(0, -1)}h`)).not.toBe(loginName(id));
  });

  it('knows a rule for every kind of detail', () => {
    const kinds = new Set<DetailKind>(Object.values(auditDetails).flatMap((each) => Object.values(each)));
    expect([...kinds].sort()).toEqual(['actor', 'count', 'difference', 'flag', 'hint', 'id', 'instant', 'ms', 'name', 'target', 'version', 'word']);
  });

  it('does not compile with a key that is not in the list', () => {
    const at = 1_800_000_000_000;
    // @ts-expect-error a code has no key
    const withCode: AuditEvent = { type: 'entry_wrong', at, details: { code: '4711' } };
    // @ts-expect-error a type without details takes none
    const withDetails: AuditEvent = { type: 'logged_out', at, details: { reason: 'x' } };
    expect([withCode, withDetails].map((event) => cleanAuditEvent(event).details)).toEqual([undefined, undefined]);
  });
});
