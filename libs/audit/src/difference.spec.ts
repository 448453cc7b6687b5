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

  it.each(['password', 'secret', 'client_secret', 'clientSecret', 'code', 'token', 'hash', 'application_secret'])('a %s is said to have changed, and no more', (name) => {
    expect(differenceOf({ [name]: 'before-it' }, { [name]: 'after-it' })).toEqual({ [name]: { before: '•••', after: '•••' } });
  });

  it('nothing that is not JSON, and nothing endless', () => {
    const said = differenceOf({}, { text: 'x'.repeat(5_000), many: Array.from({ length: 1_000 }, () => 'y') });
    expect(JSON.stringify(said).length).toBeLessThan(6_000);
  });
});
