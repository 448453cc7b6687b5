import { FakeAuditTrail } from '@blitz/audit/fakes';
import type { Accounts } from '../account/accounts.ts';
import { Passwords, type ChangeReport } from '../password/passwords.ts';
import type { TrustedBrowsers } from '../trusted-browser/trusted-browsers.ts';

export class FakePasswords extends Passwords {
  readonly #hashes = new Map<string, string>();
  readonly #changedAt = new Map<string, number>();

  constructor(
    private readonly accounts: Accounts,
    private readonly browsers: TrustedBrowsers,
    readonly audit = new FakeAuditTrail(),
  ) {
    super();
  }

  findHash(sub: string): Promise<string | undefined> {
    return Promise.resolve(this.#hashes.get(sub));
  }

  changedAt(sub: string): Promise<number | undefined> {
    return Promise.resolve(this.#changedAt.get(sub));
  }

  async saveHash(sub: string, hash: string, replacing?: string): Promise<boolean> {
    await this.accounts.get(sub);
    if (replacing !== undefined && this.#hashes.get(sub) !== replacing) return false;
    this.#hashes.set(sub, hash);
    if (replacing === undefined) this.#changedAt.set(sub, this.#changedAt.get(sub) ?? 0);
    return true;
  }

  async change(sub: string, hash: string, now: number, report: ChangeReport): Promise<void> {
    await this.saveHash(sub, hash);
    this.#changedAt.set(sub, now);
    for (const event of report(await this.browsers.revokeAll(sub, now))) this.audit.record(event);
  }
}
