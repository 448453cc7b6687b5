import type { Account, Attributes, RequiredFactor } from '@blitz/accounts';

export interface AccountRow {
  readonly sub: string;
  readonly login: string;
  readonly attributes: Attributes;
  readonly required_factor: RequiredFactor | null;
  readonly password_locked: boolean;
  readonly locked: boolean;
}

export const accountColumns = 'sub, login, attributes, required_factor, password_locked, locked';

export function accountOf(row: AccountRow): Account {
  const { sub, login, attributes, required_factor: requiredFactor, password_locked: passwordLocked, locked } = row;
  return { sub, login, attributes, requiredFactor, passwordLocked, locked };
}
