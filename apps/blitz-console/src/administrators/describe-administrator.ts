import { maskPhoneNumber, privilegesOf, readPhoneNumber, type Account, type Administrator as Known } from '@blitz/accounts';
import type { CareSetting } from '@blitz/factors';
import type { Static } from 'typebox';
import { moment } from '../api/words.ts';
import { nameOf } from '../session/name-of.ts';
import type { Administrator, Candidate, SecondFactor } from './administrator-schemas.ts';

export type Setting = Pick<CareSetting, 'callOffered' | 'phoneAttribute' | 'defaultCountry'>;

/** An administrator as the API shows them; telephone numbers are masked (R14). */
export function describeAdministrator({ account, roles, appointedAt }: Known, setting: Setting): Static<typeof Administrator> {
  return {
    sub: account.sub,
    login: account.login,
    name: nameOf(account) ?? null,
    roles: [...roles],
    privileges: [...privilegesOf(roles)],
    locked: account.locked,
    second_factor: secondFactorOf(account, setting),
    appointed_at: moment(appointedAt),
  };
}

export function describeCandidate(account: Account, isAdministrator: boolean, setting: Setting): Static<typeof Candidate> {
  const { sub, login, locked } = account;
  return { sub, login, name: nameOf(account) ?? null, locked, is_administrator: isAdministrator, second_factor: secondFactorOf(account, setting) };
}

/** R15: without a valid number in the chosen attribute nobody is called, and without a call nobody gets into the console. */
function secondFactorOf({ attributes }: Account, { callOffered, phoneAttribute, defaultCountry }: Setting): Static<typeof SecondFactor> {
  const typed = attributes[phoneAttribute] ?? '';
  const number = readPhoneNumber(typed, defaultCountry);
  if (typed.trim() === '') return { state: 'number_missing', number: null };
  if (number === undefined) return { state: 'number_invalid', number: null };
  return { state: callOffered ? 'usable' : 'switched_off', number: maskPhoneNumber(number) };
}
