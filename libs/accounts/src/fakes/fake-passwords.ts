import { FakeAuditTrail } from '@blitz/audit/fakes';
import type { Accounts } from '../account/accounts.ts';
import { Passwords, type ChangeReport } from '../password/passwords.ts';
import type { TrustedBrowsers } from '../trusted-browser/trusted-browsers.ts';

export class FakePasswords extends Passwords {
  readonly #hashes = new Map<string, string>();

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

  async saveHash(sub: string, hash: string, replacing?: string): Promise<boolean> {
    await this.accounts.get(sub);
    if (replacing !== undefined && this.#hashes.get(sub) !== replacing) return false;
    this.#hashes.set(sub, hash);
    return true;
  }

  async change(sub: string, hash: string, now: number, report: ChangeReport): Promise<void> {
    await this.saveHash(sub, hash);
    for (const event of report(await this.browsers.revokeAll(sub, now))) this.audit.record(event);
  }
}
