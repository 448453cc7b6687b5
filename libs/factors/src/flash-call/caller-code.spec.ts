import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callerCode } from './caller-code.ts';

describe('R4 the code is the last digits of the number that called', () => {
  it.each([
    ['+79581234567', 4, '4567'],
    ['79581230007', 4, '0007'],
    ['+7 (958) 123-00-07', 4, '0007'],
    ['8 958 123 45 67', 6, '234567'],
    ['sip:+79581234567@example', 3, '567'],
    ['4567', 4, '4567'],
    ['0000', 4, '0000'],
    ['+7 958 123-45-67', 10, '9581234567'],
    ['١٢٣٤5678', 4, '5678'],
  ])('%j carries, in %d digits, %j', (number, length, code) => {
    expect(callerCode(number, length)).toBe(code);
  });

  it.each([
    ['', 4],
    ['567', 4],
    ['+-()', 3],
    ['hidden', 3],
    ['5 6 7', 4],
    ['123456789', 10],
  ])('%j is too short to carry %d digits: no code exists', (number, length) => {
    expect(callerCode(number, length)).toBeUndefined();
  });

  it('R4 whatever the provider answers, there is a code of exactly that length or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 3, max: 10 }), (answer, length) => {
        const code = callerCode(answer, length);
        const digits = answer.replace(/[^0-9]/g, '');
        expect(code).toBe(digits.length < length ? undefined : digits.slice(-length));
      }),
    );
  });
});
