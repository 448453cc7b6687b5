import { isSub, type Accounts } from '@blitz/accounts';
import type { Named } from './describe-procedure.ts';

/** What people call those who saved something. Programs and commands go by what they are called; whoever is gone has no name. */
export async function namesOf(accounts: Accounts, ids: readonly string[]): Promise<Named> {
  const people = [...new Set(ids)].filter(isSub);
  const found = await Promise.all(people.map(async (sub) => [sub, await accounts.find(sub)] as const));
  const names = new Map(found.map(([sub, account]) => [sub, account?.attributes['name'] ?? account?.login]));
  return (id) => ({ id, name: names.get(id) ?? null });
}
