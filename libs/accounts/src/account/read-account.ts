import { randomUUID } from 'node:crypto';
import { DomainError } from '@blitz/kernel';
import type { Account, Attributes, NewAccount } from './account.ts';
import type { AccountErrorCode } from './account-error.ts';
import { normaliseLogin } from './normalise-login.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Names that every object inherits or that change one would be found on accounts that do not have them. */
const attributeName = /^(?!__)[A-Za-z_][\w.:-]{0,63}$/;
/** The database refuses NUL and halves of surrogate pairs; other control characters have no business in a directory. */
const refused = /[\p{Cc}\p{Cs}]/u;
const mostAttributes = 100;
const longestValue = 1024;

/** Whether this can be an account's `sub`: anything else is nobody's, and must not reach the database. */
export function isSub(text: string): boolean {
  return uuid.test(text);
}

/** @throws DomainError `login_invalid`, `attributes_invalid`, `account_invalid` */
export function readNewAccount(account: NewAccount): Account {
  const login = normaliseLogin(account.login);
  if (login === undefined) throw new DomainError<AccountErrorCode>('login_invalid');
  const { sub = randomUUID(), requiredFactor = null } = account;
  if (!isSub(sub) || ![null, 1, 2].includes(requiredFactor)) throw new DomainError<AccountErrorCode>('account_invalid');
  const attributes = readAttributes(account.attributes ?? {});
  return { sub, login, attributes, requiredFactor, passwordLocked: false, locked: false };
}

/** @throws DomainError `attributes_invalid` for anything but a flat list of named, printable texts of bearable size */
export function readAttributes(attributes: unknown): Attributes {
  const entries = typeof attributes === 'object' && attributes !== null ? Object.entries(attributes) : undefined;
  const fine =
    entries !== undefined &&
    !Array.isArray(attributes) &&
    entries.length <= mostAttributes &&
    entries.every(([name, value]) => attributeName.test(name) && !(name in Object.prototype) && isValue(value));
  if (!fine) throw new DomainError<AccountErrorCode>('attributes_invalid');
  return Object.fromEntries(entries);
}

function isValue(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestValue && !refused.test(value);
}
