import { randomInt } from 'node:crypto';

/** A number that nobody can foresee: `+7 8` and nine digits from the system's generator, the last of them as wanted. */
export function drawCallerNumber(ending = ''): string {
  const digits = randomInt(1_000_000_000).toString().padStart(9, '0');
  return `+78${digits.slice(0, 9 - ending.length)}${ending}`;
}

/** However many of the last digits are the code, from three to six: it begins with a zero. */
export const zerosAtTheEnd = (): string => `0000${randomInt(100).toString().padStart(2, '0')}`;

/** As many digits, and surely others. */
export function otherDigits(digits: string): string {
  const space = 10 ** digits.length;
  return ((Number(digits) + randomInt(1, space)) % space).toString().padStart(digits.length, '0');
}
