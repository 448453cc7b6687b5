import { DomainError } from '@blitz/kernel';
import type { AccountErrorCode } from '../account/account-error.ts';
import type { Accounts } from '../account/accounts.ts';
import type { AdministratorErrorCode } from '../administrator/administrator-error.ts';
import type { Administrator } from '../administrator/administrator.ts';
import { Administrators, type AdministratorChange, type AdministratorPage } from '../administrator/administrators.ts';
import { readRoles } from '../administrator/read-roles.ts';

type Kept = Omit<Administrator, 'account'>;

/** Accounts are locked elsewhere: that the last root's is not can only be seen to by a store that holds both. */
export class FakeAdministrators extends Administrators {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly accounts: Accounts) {
    super();
  }

  async list({ limit, after = '' }: AdministratorPage): Promise<readonly Administrator[]> {
    const all = await Promise.all([...this.#kept.keys()].map((sub) => this.find(sub)));
    const found = all.flatMap((each) => each ?? []).filter(({ account }) => account.login > after);
    return found.sort((one, other) => (one.account.login < other.account.login ? -1 : 1)).slice(0, limit);
  }

  async find(sub: string): Promise<Administrator | undefined> {
    const kept = this.#kept.get(sub);
    return kept === undefined ? undefined : { ...kept, account: await this.accounts.get(sub) };
  }

  async save({ sub, roles: wanted, expectedVersion, at }: AdministratorChange): Promise<Administrator> {
    const roles = readRoles(wanted);
    const account = await this.accounts.find(sub);
    if (account === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
    const before = this.#kept.get(sub);
    if (expectedVersion === 0) {
      if (before !== undefined) throw new DomainError<AdministratorErrorCode>('administrator_exists');
      this.#kept.set(sub, { roles, version: 1, appointedAt: at });
    } else {
      const current = this.#expected(sub, expectedVersion);
      if (!roles.includes('root')) await this.#assertAnotherRoot(sub);
      this.#kept.set(sub, { ...current, roles, version: expectedVersion + 1 });
    }
    const saved = await this.find(sub);
    if (saved === undefined) throw new Error('it was kept a moment ago');
    return saved;
  }

  async remove(sub: string, expectedVersion: number): Promise<void> {
    this.#expected(sub, expectedVersion);
    await this.#assertAnotherRoot(sub);
    this.#kept.delete(sub);
  }

  #expected(sub: string, version: number): Kept {
    const kept = this.#kept.get(sub);
    if (kept === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    if (kept.version !== version) throw new DomainError<AdministratorErrorCode>('administrator_changed_meanwhile');
    return kept;
  }

  async #assertAnotherRoot(sub: string): Promise<void> {
    if (this.#kept.get(sub)?.roles.includes('root') !== true) return;
    const others = await Promise.all([...this.#kept].filter(([each, { roles }]) => each !== sub && roles.includes('root')).map(([each]) => this.accounts.get(each)));
    if (others.every(({ locked }) => locked)) throw new DomainError<AdministratorErrorCode>('last_root_stays');
  }
}
