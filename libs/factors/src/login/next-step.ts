import type { Account } from '@blitz/accounts';
import { factorKinds, type FactorKind } from '../factor-kind.ts';
import type { FactorTable } from '../factor-table.ts';
import type { Login } from './login.ts';

/** How many factors: what is asked for, by the administrator, the account, or the application. */
export type Level = 1 | 2;

export type NextStep =
  | { readonly step: 'factor'; readonly methods: readonly FactorKind[] }
  /** Two factors are asked for, and the account has no second one: nobody gets in on one (R19). */
  | { readonly step: 'no_factor' }
  | { readonly step: 'trust' }
  | { readonly step: 'finish' };

export interface Progress {
  readonly login: Login;
  readonly account: Account;
  readonly required: Level;
  /** The methods of the second list that are switched on, in the administrator's order. */
  readonly second: readonly string[];
  /** This browser proved itself for this account earlier. */
  readonly trusted: boolean;
}

/** What a login that has its first factor needs next. */
export function nextStep({ login, account, required, second, trusted }: Progress, factors: FactorTable): NextStep {
  const proved = login.proved.length;
  if (proved < required && !trusted) {
    const methods = secondFactors(account, second, factors).filter((kind) => !login.proved.includes(kind));
    return methods.length > 0 ? { step: 'factor', methods } : { step: 'no_factor' };
  }
  if (proved > 1 && !login.trustSettled && !trusted) return { step: 'trust' };
  return { step: 'finish' };
}

/** What can be offered: built, switched on, and within the account's means (R15). */
export function secondFactors(account: Account, second: readonly string[], factors: FactorTable): FactorKind[] {
  return second
    .filter((method): method is FactorKind => factorKinds.some((kind) => kind === method))
    .filter((kind) => kind !== 'password' && factors[kind].available(account));
}
