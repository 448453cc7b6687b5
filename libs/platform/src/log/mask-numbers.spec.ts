import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { maskNumbers } from './mask-numbers.ts';

describe('numbers on their way into the log', () => {
  it.each([
    ['+79161234567', '+7 ··· ··· ·· ··'],
    ['call +7 916 123-45-67 failed', 'call +7 ··· ··· ·· ·· failed'],
    ['8 (916) 123-45-67', '··········'],
    ['tel:+442071838750;ext=1', 'tel:+4 ··· ··· ·· ··;ext=1'],
    ['done.+79161234567', 'done.+7 ··· ··· ·· ··'],
    ['budget:{79161234567}', 'budget:{··········}'],
    ['call-79161234567', 'call-··········'],
    ['"a\\n79161234567"', '"a\\n··········"'],
    ['7\u00a0916\u00a0123\u00a045\u00a067', '··········'],
    ['"a\\t+7916\\t1234567"', '"a\\t+7 ··· ··· ·· ··"'],
  ])('%s is masked', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it.each([
    '+7 ··· ··· 12 34',
    '192.168.100.200:54321',
    '2026-11-23 18:46:00.123',
    '"time":"2026-11-23T18:46:00.123Z"',
    '{"expiresAt":1795459560123,"ms":12.5}',
    '3f9a1234567890123456789012345678901234567890abcd3f9a123456789012',
    'a1234567890',
    '{"pid":1234567,"port":16399}',
  ])('%s stays as it is', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  it('keeps valid JSON valid when a number stands in it as a number', () => {
    expect(JSON.parse(maskNumbers('{"to":79161234567,"all":[442071838750,1]}'))).toEqual({ to: '··········', all: ['··········', 1] });
  });

  it('lets no digits of any international number through, however it is written', () => {
    const separators = fc.constantFrom('', ' ', '-', ' (', ') ');
    const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 15 });
    fc.assert(
      fc.property(number, fc.array(separators, { minLength: 15, maxLength: 15 }), (digits, between) => {
        const written = digits.map((digit, at) => `${digit}${at < digits.length - 1 ? (between[at] ?? '') : ''}`).join('');
        expect(maskNumbers(`to +${written}, please`)).toBe(`to +${digits[0] ?? ''} ··· ··· ·· ··, please`);
      }),
    );
  });
});
