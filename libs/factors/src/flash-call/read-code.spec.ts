import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCode } from './read-code.ts';

/** 1234 in the digits of a script whose zero stands there. */
const digitsFrom = (zero: number): string => [1, 2, 3, 4].map((digit) => String.fromCodePoint(zero + digit)).join('');

describe('R6 what a person may type as a code', () => {
  it.each([
    ['as it is', '1234'],
    ['spaces around and between', ' 12 34 '],
    ['no-break and thin spaces', '12\u00a03\u20094'],
    ['a tab and a new line', '12\t34\n'],
    ['a hyphen', '12-34'],
    ['a non-breaking hyphen', '12\u201134'],
    ['a figure dash', '12\u201234'],
    ['an en dash', '12–34'],
    ['an em dash', '12—34'],
    ['a horizontal bar', '12―34'],
    ['a minus sign', '12−34'],
    ['a soft hyphen', '12\u00ad34'],
    ['a full-width hyphen', '12－34'],
    ['a plus', '+1234'],
    ['a full-width plus', '＋1234'],
    ['brackets', '(12)34'],
    ['dots', '12.34'],
    ['middle dots', '12·34'],
    ['a right-to-left mark', '\u200f1234'],
    ['bidirectional isolates, as pasted from a call list', '\u20681234\u2069'],
    ['zero-width spaces', '1\u200b2\u200b3\u200b4'],
    ['a zero-width joiner', '12\u200d34'],
    ['a byte order mark', '\ufeff1234'],
  ])('%s', (_name, typed) => {
    expect(readCode(typed, 4)).toBe('1234');
  });

  it.each([
    ['Arabic', 0x0660],
    ['Persian', 0x06f0],
    ['Devanagari', 0x0966],
    ['Bengali', 0x09e6],
    ['Thai', 0x0e50],
    ['Khmer', 0x17e0],
    ['full-width', 0xff10],
    ['mathematical bold', 0x1d7ce],
    ['mathematical double-struck', 0x1d7d8],
    ['mathematical sans-serif', 0x1d7e2],
    ['mathematical sans-serif bold', 0x1d7ec],
    ['mathematical monospace', 0x1d7f6],
    ['Tai Tham, whose two runs are neighbours', 0x1a80],
    ['Tai Tham Tham, whose run stands by itself', 0x1a90],
    ['Myanmar', 0x1040],
    ['Takri', 0x116c0],
    ['Pa’o Karen', 0x116d0],
    ['Eastern Pwo Karen, right after another run', 0x116da],
    ['segmented', 0x1fbf0],
  ])('%s digits', (_script, zero) => {
    expect(readCode(digitsFrom(zero), 4)).toBe('1234');
    expect(readCode(String.fromCodePoint(zero, zero + 9, zero, zero + 9), 4)).toBe('0909');
  });

  it('digits of several scripts in one code', () => {
    expect(readCode('1२٣４', 4)).toBe('1234');
  });

  it.each(['0000', '0001', '0123', '٠٠٠١'])('leading zeros are kept: %j', (typed) => {
    expect(readCode(typed, 4)).toBe(typed === '٠٠٠١' ? '0001' : typed);
  });

  it.each([
    ['+7 (495) 123-45-67', 4, '4567'],
    ['8 800 200-00-07', 4, '0007'],
    ['8 800 200 00 07', 6, '000007'],
    ['+44 20 7946 0958', 4, '0958'],
    ['tel +7 495 123 45 67', 4, undefined],
    ['810 7 495 123 45 67', 4, '4567'],
    ['\u202a+7 495 123-45-67\u202c', 4, '4567'],
    ['+٧ ٤٩٥ ١٢٣ ٤٥ ٦٧', 4, '4567'],
    ['123-45-678', 4, '5678'],
    ['+7 495 123 45 67', 10, '4951234567'],
  ])('a whole number that was pasted counts as its last digits: %j in %d is %j', (typed, length, code) => {
    expect(readCode(typed, length)).toBe(code);
  });

  it.each([3, 4, 5, 6, 7, 8, 9, 10])('a code of %d digits is exactly as long as the administrator says', (length) => {
    const digits = '0123456789'.slice(0, length);
    expect(readCode(digits, length)).toBe(digits);
    expect(readCode(digits.slice(1), length)).toBeUndefined();
    if (length < 7) expect(readCode(`${digits}1`, length)).toBeUndefined();
  });
});

describe('R6 what can’t be a code is refused', () => {
  it.each([
    ['one digit too few', '123'],
    ['one digit too many', '12345'],
    ['two digits too many', '123456'],
    ['longer, but no whole number', '1234567'],
    ['more digits than any number has', '1234567890123456789'],
    ['a letter', '123a'],
    ['the letter O for a zero', '12O4'],
    ['words', 'abcd'],
    ['an exponent', '1e30'],
    ['hexadecimal', '0x12'],
    ['a fraction', '½½½½'],
    ['a comma', '12,34'],
    ['a slash', '12/34'],
    ['a null byte', '12\u000034'],
    ['emoji', '1️⃣2️⃣3️⃣4️⃣'],
    ['Chinese numerals, which are words', '一二三四'],
    ['Roman numerals', 'ⅠⅡⅢⅣ'],
    ['half of a surrogate pair', '123\ud835'],
    ['nothing', ''],
    ['only spaces', '    '],
    ['only dashes and a plus', '+-–—'],
    ['a megabyte of digits', '1'.repeat(1_000_000)],
    ['a megabyte of spaces around the right digits', `${' '.repeat(1_000_000)}1234`],
    ['the number 1234', 1234],
    ['a list', ['1234']],
    ['a list of digits', ['1', '2', '3', '4']],
    ['an empty list', []],
    ['an object', { code: '1234' }],
    ['an object that says it is a text', { toString: () => '1234', length: 4 }],
    ['a String object', Object('1234')],
    ['null', null],
    ['undefined', undefined],
    ['true', true],
    ['a big integer', 1234n],
    ['not a number', Number.NaN],
  ])('%s', (_name, typed) => {
    expect(readCode(typed, 4)).toBeUndefined();
  });

  it('R6 never throws, and answers exactly as many ASCII digits as the code has, or nothing', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const typed = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.array(fc.oneof(digit, fc.constantFrom(' ', '-', '+', '٣', '４', '\u200f', '(', ')')), { maxLength: 24 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 3, max: 10 }), (anything, length) => {
        const code = readCode(anything, length);
        if (code !== undefined) expect(code).toMatch(new RegExp(`^[0-9]{${String(length)}}$`));
      }),
      { numRuns: 3000 },
    );
  });

  it('R6 digits stay the same digits, whatever a person puts between them', () => {
    const between = fc.constantFrom('', ' ', '-', '–', '\u00a0', '\u200b', '.', '·');
    const pieces = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), between), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(pieces, (all) => {
        const code = all.map(([digit]) => digit).join('');
        expect(readCode(all.map(([digit, gap]) => `${String(digit)}${gap}`).join(''), all.length)).toBe(code);
      }),
    );
  });
});
