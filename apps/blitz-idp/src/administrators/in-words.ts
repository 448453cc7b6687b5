import type { AccountErrorCode, AdministratorErrorCode } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { Refusal } from '../procedures/command/refusal.ts';

const words: Readonly<Record<string, (details: DomainError['details']) => string>> = {
  login_invalid: () => '--login must be 1 to 254 visible characters.',
  login_taken: () => 'Somebody else made this account a moment ago. Try again.',
  attributes_invalid: () => '--name must be printable and have 1024 characters at most.',
  administrator_exists: () => 'This is an administrator already. `admin link --login …` makes another link.',
  administrator_unknown: () => 'This is no administrator. `admin list` tells who is, `admin create` makes one.',
  administrator_changed_meanwhile: () => 'Somebody else changed this administrator a moment ago. Look with `admin list` and try again.',
  roles_invalid: ({ expected = '' }) => `--role must be ${String(expected)}.`,
  last_root_stays: () => 'This is the last administrator with the role root, and stays: make another one first.',
} satisfies Partial<Record<AccountErrorCode | AdministratorErrorCode, (details: DomainError['details']) => string>>;

/** @returns what the person who typed a command reads when it did not work; undefined when the error is none of ours */
export function inWords(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof DomainError)) return undefined;
  const { code, details } = error as DomainError;
  return Object.hasOwn(words, code) ? words[code]?.(details) : code;
}
