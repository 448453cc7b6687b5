import { describe, expect, it } from '@jest/globals';
import { filtersIn, paramsOf, type EventFilters } from './event-filters.ts';

describe('the filter in the address', () => {
  it.each<[string, EventFilters]>([
    ['', {}],
    ['outcome=failure&type=entry_wrong&type=call_failed', { outcome: 'failure', type: ['entry_wrong', 'call_failed'] }],
    ['sub=ada&from=2026-01-01T00%3A00%3A00.000Z', { sub: 'ada', from: '2026-01-01T00:00:00.000Z' }],
  ])('%p says %p, and is written again', (text, filters) => {
    expect(filtersIn(new URLSearchParams(text))).toEqual(filters);
    expect(filtersIn(paramsOf(filters))).toEqual(filters);
  });

  it('leaves out what is empty and what is none of it', () => {
    expect(filtersIn(new URLSearchParams('sub=&colour=red&live=1&event=5'))).toEqual({});
    expect(String(paramsOf({ sub: '', type: [] }))).toBe('');
  });
});
