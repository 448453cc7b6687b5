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

/** What the administrator says of what people type. */
export interface LoginReading {
  /** Whether people log in with this attribute besides their login: `email`, `phone_number`. */
  readonly searchable: (attribute: string) => boolean;
  /** What is typed, in the form in which the directory has this attribute. */
  readonly normalised: (attribute: string, text: string) => string;
  /** ISO 3166: how a number without its country is read. */
  readonly country?: string;
}

const plainly: LoginReading = { searchable: () => true, normalised: (_attribute, text) => text };

/** What somebody typed as a login, as each of the keys it could be. */
export interface TypedLogin {
  readonly login: string;
  readonly email?: string;
  readonly phone?: string;
}

export function readTypedLogin(typed: string, { searchable, normalised, country }: LoginReading = plainly): TypedLogin | undefined {
  const login = normaliseLogin(typed);
  if (login === undefined) return undefined;
  const email = searchable('email') ? normaliseLogin(normalised('email', login)) : undefined;
  const phone = searchable('phone_number') ? readPhoneNumber(normalised('phone_number', login), country) : undefined;
  return { login, ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
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
