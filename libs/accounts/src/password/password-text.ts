import { DomainError } from '@blitz/kernel';
import type { AccountErrorCode } from '../account/account-error.ts';

/** In characters, after normalisation. */
export const passwordLength = { least: 8, most: 256 } as const;

/** No text that normalises to a password we accept is longer; whatever is, is not looked at. */
const longestTyped = passwordLength.most * 4;

/**
 * The form in which a password is hashed and checked. The same password typed on another keyboard comes as other bytes
 * (é as one character or two), so both sides are NFKC.
 *
 * @returns undefined for what can't be anybody's password
 */
export function normalisePassword(typed: string): string | undefined {
  if (typed.length > longestTyped) return undefined;
  const password = typed.normalize('NFKC');
  const length = charactersIn(password);
  return length === 0 || length > passwordLength.most ? undefined : password;
}

/** @throws DomainError `password_too_short`, `password_too_long`, `password_invalid` */
export function readNewPassword(typed: string): string {
  const refuse = (code: AccountErrorCode): never => {
    throw new DomainError<AccountErrorCode>(code, passwordLength);
  };
  if (typed.length > longestTyped) return refuse('password_too_long');
  const password = typed.normalize('NFKC');
  const length = charactersIn(password);
  if (length < passwordLength.least) return refuse('password_too_short');
  if (length > passwordLength.most) return refuse('password_too_long');
  // Halves of surrogate pairs all become the same bytes, NUL ends strings elsewhere: neither can be typed.
  if (/[\p{Cs}\0]/u.test(password)) return refuse('password_invalid');
  return password;
}

/** A character is a code point here: what a person sees as one may be several, and counting those would need a dictionary. */
function charactersIn(text: string): number {
  return Array.from(text).length;
}
