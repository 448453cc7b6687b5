import type { Account } from '@blitz/accounts';
import type { AccountClaims } from 'oidc-provider';

/** Which claims each scope gives (OpenID Connect Core 5.4). `acr` and `amr` are in every ID token. */
export const claimsOfScopes = {
  openid: ['sub', 'acr', 'amr', 'auth_time'],
  profile: ['name', 'family_name', 'given_name', 'middle_name', 'locale', 'preferred_username'],
  email: ['email'],
  phone: ['phone_number'],
};

/** An account's attributes as claims; scopes choose which of them leave the house. */
export function claimsOf(account: Account): AccountClaims {
  return { ...account.attributes, preferred_username: account.login, sub: account.sub };
}
