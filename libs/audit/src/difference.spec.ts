import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './difference.ts';

describe('what an administrator changed', () => {
  it('is told field by field, with what stood there before and what stands there now', () => {
    expect(differenceOf({ name: 'Ada', level: 1, tags: ['a'] }, { name: 'Ada L.', level: 1, tags: ['a', 'b'] })).toEqual({
      name: { before: 'Ada', after: 'Ada L.' },
      tags: { before: ['a'], after: ['a', 'b'] },
    });
  });

  it('tells what was made and what was taken away', () => {
    expect(differenceOf(undefined, { name: 'Ada' })).toEqual({ name: { after: 'Ada' } });
    expect(differenceOf({ name: 'Ada' }, undefined)).toEqual({ name: { before: 'Ada' } });
  });

  it('R14 shows no telephone number whole, however it is written and however deep it stands', () => {
    const said = JSON.stringify(differenceOf({ phone_number: '+79001234567' }, { phone_number: '8 (900) 123-45-68', more: [{ tel: 79001234569 }] }));
    expect(said).not.toMatch(/900|1234|123-45/);
    expect(said).toContain('45 67');
  });

  it('R14 tells days and moments whole, and takes no telephone number for one', () => {
    const moments = { until: '2027-01-15T08:01:00.000Z', day: '2026-12-31', words: 'from 2026-01-01 to 2026-02-01' };
    expect(differenceOf(undefined, moments)).toEqual(Object.fromEntries(Object.entries(moments).map(([name, after]) => [name, { after }])));
    const numbers = ['7916-12-34 567', '2027-01-1512345', '12027-01-15', '+2027-01-15 12345'].map((each) => JSON.stringify(differenceOf({}, { each })));
    for (const said of numbers) expect(said).toMatch(/^\{"each":\{"after":"[^"]*··· \d\d \d\d"\}\}$/);
  });

  it.each(['password', 'secret', 'client_secret', 'clientSecret', 'code', 'token', 'hash', 'application_secret'])('a %s is said to have changed, and no more', (name) => {
    expect(differenceOf({ [name]: 'before-it' }, { [name]: 'after-it' })).toEqual({ [name]: { before: '•••', after: '•••' } });
  });

  it('nothing that is not JSON, and nothing endless', () => {
    const said = differenceOf({}, { text: 'x'.repeat(5_000), many: Array.from({ length: 1_000 }, () => 'y') });
    expect(JSON.stringify(said).length).toBeLessThan(6_000);
  });
});
