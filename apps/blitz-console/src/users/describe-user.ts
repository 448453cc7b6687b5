import { maskPhoneNumber, readPhoneNumber, type CountedAttribute, type DirectoryAccount, type SharedKey } from '@blitz/accounts';
import type { Static } from 'typebox';
import { moment } from '../api/words.ts';
import type { DirectoryAttribute, User, UserItem } from './users.routes.ts';

/** An account as whoever may change it sees it: whole. */
export function describeUser({ account, createdAt }: DirectoryAccount, shared: readonly SharedKey[]): Static<typeof User> {
  const { sub, login, attributes, requiredFactor, locked, passwordLocked } = account;
  const warnings = shared.map((attribute) => ({ attribute, rule: 'shared' as const }));
  return { sub, login, attributes: { ...attributes }, required_factor: requiredFactor, locked, password_locked: passwordLocked, created_at: moment(createdAt), warnings };
}

/** An account in a list: R14, numbers are masked. */
export function describeUserItem({ account }: DirectoryAccount): Static<typeof UserItem> {
  const { sub, login, attributes, requiredFactor, locked } = account;
  const { phone_number: number } = attributes;
  const phone = number === undefined ? null : maskPhoneNumber(readPhoneNumber(number) ?? '');
  return { sub, login, name: nameOf(attributes), email: attributes['email'] ?? null, phone_number: phone, required_factor: requiredFactor, locked };
}

export function describeAttribute({ rule, counted }: CountedAttribute): Static<typeof DirectoryAttribute> {
  const { name, format, required, unique, searchable } = rule;
  return { name, format, required, unique, searchable, valid_numbers: counted };
}

function nameOf({ name, given_name: given, family_name: family }: Readonly<Record<string, string>>): string | null {
  const whole = name ?? [given, family].filter((part) => part !== undefined).join(' ');
  return whole === '' ? null : whole;
}
