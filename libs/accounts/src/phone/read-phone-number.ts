import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { phones } from './phone-metadata.ts';

/** Long enough for any number with its separators; longer texts are not numbers. */
const longest = 64;
const digit = /\p{Nd}/gu;
const oneDigit = /^\p{Nd}$/u;
/** Numbers that ring a person's phone. Premium-rate and shared-cost numbers would let a stranger earn from our calls. */
const ringing: readonly unknown[] = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP'];

/**
 * Reads a telephone number as people write it, digits of any script included.
 *
 * @param defaultCountry ISO 3166 code for numbers without a country code; without it only `+…` is read
 * @returns E.164, or undefined for what is not a valid number of a telephone (R15)
 */
export function readPhoneNumber(text: unknown, defaultCountry?: string): string | undefined {
  return parse(text, defaultCountry)?.number;
}

/** The ISO 3166 code of the country that a number belongs to; undefined for what is no valid number. */
export function countryOf(e164: string): string | undefined {
  return parse(e164)?.country;
}

/** What one login asks on each of its pages. In memory only, as the directory's answers are that hold the same texts. */
const mostKnown = 1_000;
const known = new Map<string, PhoneNumber | undefined>();

function parse(text: unknown, defaultCountry = ''): PhoneNumber | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const key = `${defaultCountry} ${text}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= mostKnown) known.clear();
  const number = parseAnew(text, defaultCountry);
  known.set(key, number);
  return number;
}

function parseAnew(text: string, defaultCountry: string): PhoneNumber | undefined {
  const written = text.normalize('NFKC').replace(digit, asciiDigit).trim();
  // The library skips words; here a text that is not all number is none.
  if (!/^[+\d(][\d\s().\p{Pd}/]*$/u.test(written)) return undefined;
  const country = isCountry(defaultCountry) ? { defaultCountry } : {};
  const number = phones.parsePhoneNumberFromString(written, { ...country, extract: false });
  if (number?.isValid() !== true || number.ext !== undefined) return undefined;
  return ringing.includes(number.getType()) ? number : undefined;
}

function isCountry(code: string): code is CountryCode {
  return phones.isSupportedCountry(code);
}

/** Unicode keeps the digits of a script in unbroken runs of ten in order, zero first. */
function asciiDigit(character: string): string {
  if (character >= '0' && character <= '9') return character;
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (oneDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
