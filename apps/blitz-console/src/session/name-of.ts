import type { Account } from '@blitz/accounts';

/** What an account's person is called, as far as the directory knows. */
export function nameOf({ attributes }: Account): string | undefined {
  const { name = '', given_name: given = '', family_name: family = '' } = attributes;
  return name.trim() || `${given} ${family}`.trim() || undefined;
}
