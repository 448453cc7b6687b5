import type { PhoneNumberType } from 'libphonenumber-js/max';
import { phones } from './phone-metadata.ts';

export interface PhoneNumberFacts {
  /** ISO 3166; undefined for numbers of no country, such as those of satellites. */
  readonly country: string | undefined;
  readonly callingCode: string;
  /** `fixed_line_or_mobile`: in North America and elsewhere the plan doesn't tell one from the other. */
  readonly type: 'mobile' | 'fixed_line' | 'fixed_line_or_mobile' | 'voip' | 'other';
}

const types: Partial<Record<PhoneNumberType, PhoneNumberFacts['type']>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  VOIP: 'voip',
};

/** What a number's plan tells about it. What is no number is of no country and of an `other` type. */
export function describePhoneNumber(e164: string): PhoneNumberFacts {
  const number = phones.parsePhoneNumberFromString(e164);
  const type = number?.getType();
  return {
    country: number?.country,
    callingCode: number?.countryCallingCode ?? '',
    type: (type === undefined ? undefined : types[type]) ?? 'other',
  };
}
