import { describe, expect, it } from '@jest/globals';
import { auditEventTypes } from '../audit-details.ts';
import type { AuditEvent } from '../audit-event.ts';
import { outcomeOf, outcomes, typesWith } from './event-outcome.ts';

const event = (type: string, details?: object): AuditEvent => ({ type, at: 0, ...(details === undefined ? {} : { details }) }) as AuditEvent;

describe('whether an event went well', () => {
  it.each([
    ['password_right', undefined, 'success'],
    ['entry_wrong', { reason: 'unanswered' }, 'failure'],
    ['call_rang', { reason: 'busy' }, 'neutral'],
    ['administration', undefined, 'neutral'],
    ['test_call', { name: 'simulator' }, 'success'],
    ['test_call', { name: 'simulator', reason: 'http_failed' }, 'failure'],
    ['test_call', undefined, 'success'],
    ['of_a_later_version', undefined, 'neutral'],
    ['constructor', undefined, 'neutral'],
  ])('%s with %p: %s', (type, details, outcome) => {
    expect(outcomeOf(event(type, details))).toBe(outcome);
  });

  it('is asked for by type as it is told: each type, with a reason and without, stands under exactly its outcome', () => {
    for (const type of auditEventTypes) {
      for (const [details, reason] of [[{ reason: 'x' }, 'with'], [undefined, 'without']] as const) {
        const under = outcomes.filter((each) => typesWith(each).some((one) => one.type === type && (one.reason === 'any' || one.reason === reason)));
        expect([type, under]).toEqual([type, [outcomeOf(event(type, details))]]);
      }
    }
  });
});
