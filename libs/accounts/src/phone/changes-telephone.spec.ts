import { describe, expect, it } from '@jest/globals';
import { changesTelephone } from './changes-telephone.ts';

const before = { name: 'Ada', phone_number: '+79161234567', mobile: '8 (916) 123-45-67' };

describe('a change of attributes', () => {
  it.each([
    ['another number', { ...before, phone_number: '+79160000000' }],
    ['one number less', { name: 'Ada', phone_number: '+79161234567' }],
    ['one number more', { ...before, office: '+7 495 123-45-67' }],
    ['a number in other digits', { ...before, mobile: '٨٩١٦١٢٣٤٥٦٧' }],
    ['a number that becomes none', { ...before, mobile: 'none' }],
  ])('is one of the telephone: %s', (_what, after) => {
    expect(changesTelephone(before, after)).toBe(true);
  });

  it.each([
    ['nothing', before],
    ['a name', { ...before, name: 'Ada Lovelace' }],
    ['a year', { ...before, year: '1815' }],
    ['an address', { ...before, email: 'ada@example.org' }],
  ])('is none: %s', (_what, after) => {
    expect(changesTelephone(before, after)).toBe(false);
  });
});
