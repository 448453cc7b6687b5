import { readPhoneNumber } from '../phone/read-phone-number.ts';
import type { Account } from './account.ts';
import { normaliseLogin } from './normalise-login.ts';

/** By what an account is found besides its login; only if nobody else has the same. */
export interface AccountKeys {
  readonly email?: string;
  /** E.164 */
  readonly phone?: string;
}

/** The keys of an account, made from its attributes `email` and `phone_number`. */
export function accountKeys({ attributes }: Pick<Account, 'attributes'>): AccountKeys {
  const { email: typedEmail, phone_number: typedPhone } = attributes;
  const email = typedEmail === undefined ? undefined : normaliseLogin(typedEmail);
  const phone = typedPhone === undefined ? undefined : readPhoneNumber(typedPhone);
  return { ...(email?.includes('@') === true ? { email } : {}), ...(phone === undefined ? {} : { phone }) };
}

/** What somebody typed as a login, as each of the keys it could be. */
export interface TypedLogin {
  readonly login: string;
  readonly phone?: string;
}

export function readTypedLogin(typed: string): TypedLogin | undefined {
  const login = normaliseLogin(typed);
  if (login === undefined) return undefined;
  const phone = readPhoneNumber(login);
  return phone === undefined ? { login } : { login, phone };
}

/**
 * Whose account a typed login means. A login always wins: nobody can take over somebody's login by writing it into their own
 * e-mail attribute. Two accounts with the same address or number are found by neither.
 */
export function theOneMeant<Found extends { readonly login: string }>(
  typed: TypedLogin,
  candidates: readonly Found[],
): Found | undefined {
  const byLogin = candidates.find(({ login }) => login === typed.login);
  return byLogin ?? (candidates.length === 1 ? candidates[0] : undefined);
}
