import { isSub, type Accounts } from '@blitz/accounts';
import type { Static } from 'typebox';
import type { Author } from '../settings-schemas.ts';

/** What people call those who saved something. Programs go by their `client_id`. */
export class AuthorNames {
  constructor(private readonly accounts: Accounts) {}

  /** Whoever is gone has no name any more. */
  async of(ids: readonly string[]): Promise<(id: string) => Static<typeof Author>> {
    const people = [...new Set(ids)].filter(isSub);
    const names = new Map(await Promise.all(people.map(async (sub) => [sub, await this.#name(sub)] as const)));
    return (id) => ({ id, name: names.get(id) ?? null });
  }

  async #name(sub: string): Promise<string | undefined> {
    const account = await this.accounts.find(sub);
    return account?.attributes['name'] ?? account?.login;
  }
}
