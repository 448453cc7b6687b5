import type { Account, Accounts } from '@blitz/accounts';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** Several steps of one request of the protocol ask for the same account: the directory is asked once. */
export class AccountsOfRequest {
  readonly #asked = new WeakMap<object, Map<string, Promise<Account | undefined>>>();

  constructor(private readonly accounts: Accounts) {}

  find({ req }: KoaContextWithOIDC, sub: string): Promise<Account | undefined> {
    const asked = this.#asked.get(req) ?? new Map<string, Promise<Account | undefined>>();
    this.#asked.set(req, asked);
    const found = asked.get(sub) ?? this.accounts.find(sub);
    asked.set(sub, found);
    return found;
  }
}
