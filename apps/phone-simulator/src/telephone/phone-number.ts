const e164 = /^\+[1-9][0-9]{9,14}$/;
const national = /^[0-9]{10}$/;

/**
 * An E.164 number with at least the ten digits that the protocol carries; undefined if it is none. A leading space is read
 * as `+`: that is what an unescaped `?to=+7…` becomes in a query.
 */
export function readPhoneNumber(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const number = value.replace(/^ /, '+');
  return e164.test(number) ? number : undefined;
}

/** E.164 without its `+`, as most providers want it. */
export function readInternationalNumber(value: unknown): string | undefined {
  return typeof value === 'string' && !value.startsWith(' ') ? readPhoneNumber(`+${value}`) : undefined;
}

/** Ten digits without a country code, as providers of the example's kind want them. */
export function readNationalNumber(value: unknown): string | undefined {
  return typeof value === 'string' && national.test(value) ? value : undefined;
}

/** The protocol drops the country code, so a line is known by its last ten digits only. */
export const lineOf = (number: string): string => number.slice(-10);

export const sameLine = (one: string, other: string): boolean => lineOf(one) === lineOf(other);

/** `+78431234567` as `+7 843 123 45 67`, in pieces: what stands before the last digits, and the last four. */
export function readable(number: string): { readonly start: string; readonly last: string } {
  const line = lineOf(number);
  const start = [number.slice(0, -10), line.slice(0, 3), line.slice(3, 6)].filter((part) => part !== '').join(' ');
  return { start, last: `${line.slice(6, 8)} ${line.slice(8)}` };
}
