import { phones } from './phone-metadata.ts';

/**
 * R14: a number as a person or a log may see it: country code and the last four digits, as `+7 ··· ··· 12 34`. Every country's
 * looks alike, so that the mask tells nothing about the number's length. What is no number is masked whole.
 */
export function maskPhoneNumber(e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) return '··· ··· ·· ··';
  const code = phones.parsePhoneNumberFromString(e164)?.countryCallingCode ?? '';
  const shown = code === '' ? '+' : `+${code} `;
  return `${shown}··· ··· ${e164.slice(-4, -2)} ${e164.slice(-2)}`;
}
