import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskPhoneNumber } from './mask-phone-number.ts';
import { countryOf, readPhoneNumber } from './read-phone-number.ts';

describe('R15 a telephone number', () => {
  it.each([
    ['+79161234567', undefined, '+79161234567'],
    [' +7 (916) 123-45-67 ', undefined, '+79161234567'],
    ['8 916 123 45 67', 'RU', '+79161234567'],
    ['9161234567', 'RU', '+79161234567'],
    ['+7 916 123‑45–67', undefined, '+79161234567'],
    ['＋７９１６１２３４５６７', undefined, '+79161234567'],
    ['+٧٩١٦١٢٣٤٥٦٧', undefined, '+79161234567'],
    ['+७९१६१२३४५६७', undefined, '+79161234567'],
    ['(202) 555-0123', 'US', '+12025550123'],
    ['+49 1512 3456789', 'RU', '+4915123456789'],
    ['020/7946 0018', 'GB', '+442079460018'],
  ])('%s in %s is %s', (typed, country, e164) => {
    expect(readPhoneNumber(typed, country)).toBe(e164);
  });

  it.each<[string, unknown]>([
    ['no country', '9161234567'],
    ['a hole in the numbering plan', '+70000000000'],
    ['too short', '+7916123'],
    ['too long', '+791612345678901'],
    ['an extension', '+79161234567 ext. 12'],
    ['words around', 'call +79161234567'],
    ['letters', '+1800FLOWERS'],
    ['premium rate', '+78091234567'],
    ['toll free', '+78001234567'],
    ['two numbers', '+79161234567,+79161234568'],
    ['a URI', 'tel:+79161234567'],
    ['an injected context', '9161234567;phone-context=+7'],
    ['NUL', '+7916123\u00004567'],
    ['empty', ''],
    ['spaces', '   '],
    ['plus', '+'],
    ['huge', `+7${'9'.repeat(1_000_000)}`],
    ['an array', ['+79161234567']],
    ['a number', 79161234567],
    ['nothing', undefined],
  ])('is not %s', (_, typed) => {
    expect(readPhoneNumber(typed)).toBeUndefined();
  });

  it('is read without a country when the default is none', () => {
    expect(readPhoneNumber('+79161234567', 'XX')).toBe('+79161234567');
    expect(readPhoneNumber('9161234567', 'constructor')).toBeUndefined();
  });

  it('is E.164 or nothing, whatever was typed', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\+?[0-9 ()-]{5,20}$/));
    fc.assert(
      fc.property(text, fc.constantFrom('RU', 'US', undefined), (typed, country) => {
        const e164 = readPhoneNumber(typed, country);
        if (e164 === undefined) return;
        expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(readPhoneNumber(e164)).toBe(e164);
      }),
      { numRuns: 1000 },
    );
  });

  it('belongs to a country', () => {
    expect(countryOf('+79161234567')).toBe('RU');
    expect(countryOf('+77012345678')).toBe('KZ');
    expect(countryOf('+12025550123')).toBe('US');
    expect(countryOf('ada')).toBeUndefined();
  });
});

describe('R14 a masked number', () => {
  it.each([
    ['+79161234567', '+7 ··· ··· 45 67'],
    ['+12025550123', '+1 ··· ··· 01 23'],
    ['+4915123456789', '+49 ··· ··· 67 89'],
    ['+3545885522', '+354 ··· ··· 55 22'],
    ['+70000000000', '+7 ··· ··· 00 00'],
  ])('%s is shown as %s', (e164, mask) => {
    expect(maskPhoneNumber(e164)).toBe(mask);
  });

  it.each(['', '+', '4711', '8 916 123-45-67', 'ada', '+7916123456789012345', '+7\n9161234567'])('%j is masked whole', (text) => {
    expect(maskPhoneNumber(text)).toBe('··· ··· ·· ··');
  });
});
