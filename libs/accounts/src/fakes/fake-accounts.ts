import { DomainError } from '@blitz/kernel';
import { accountKeys, readTypedLogin, theOneMeant, type LoginReading } from '../account/account-keys.ts';
import type { AccountErrorCode } from '../account/account-error.ts';
import type { Account, Attributes, NewAccount, RequiredFactor } from '../account/account.ts';
import { Accounts } from '../account/accounts.ts';
import { readAttributes, readNewAccount } from '../account/read-account.ts';

export class FakeAccounts extends Accounts {
  readonly #accounts = new Map<string, Account>();

  findByLogin(text: string, reading?: LoginReading): Promise<Account | undefined> {
    const typed = readTypedLogin(text, reading);
    if (typed === undefined) return Promise.resolve(undefined);
    const found = [...this.#accounts.values()].filter((account) => {
      const { email, phone } = accountKeys(account);
      const byPhone = typed.phone !== undefined && phone === typed.phone;
      return account.login === typed.login || (email !== undefined && email === typed.email) || byPhone;
    });
    return Promise.resolve(theOneMeant(typed, found));
  }

  find(sub: string): Promise<Account | undefined> {
    return Promise.resolve(this.#accounts.get(sub));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it refuses, it refuses as a rejection
  async create(account: NewAccount): Promise<Account> {
    const created = readNewAccount(account);
    const taken = [...this.#accounts.values()].some(({ login }) => login === created.login);
    if (taken) throw new DomainError<AccountErrorCode>('login_taken');
    if (this.#accounts.has(created.sub)) throw new DomainError<AccountErrorCode>('account_invalid');
    this.#accounts.set(created.sub, created);
    return created;
  }

  async saveAttributes(sub: string, attributes: Attributes): Promise<void> {
    await this.#change(sub, { attributes: readAttributes(attributes) });
  }

  requireFactor(sub: string, requiredFactor: RequiredFactor | null): Promise<void> {
    return this.#change(sub, { requiredFactor });
  }

  setLocked(sub: string, locked: boolean): Promise<void> {
    return this.#change(sub, { locked });
  }

  setPasswordLocked(sub: string, passwordLocked: boolean): Promise<void> {
    return this.#change(sub, { passwordLocked });
  }

  async #change(sub: string, changes: Partial<Account>): Promise<void> {
    this.#accounts.set(sub, { ...(await this.get(sub)), ...changes });
  }
}
