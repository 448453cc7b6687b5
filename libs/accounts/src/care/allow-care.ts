import { DomainError } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';
import type { Account } from '../account/account.ts';
import type { Administrators } from '../administrator/administrators.ts';
import type { CareErrorCode } from './care-error.ts';
import type { Carer } from './carer.ts';

/**
 * Whose account somebody may change who may change accounts. Whoever has a new password, another number or one factor less of an
 * administrator is that administrator: only those may give them who appoint administrators.
 */
export class AllowCare {
  constructor(
    private readonly accounts: Accounts,
    private readonly administrators: Administrators,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected` */
  async execute(sub: string, { privileges }: Pick<Carer, 'privileges'>): Promise<Account> {
    const account = await this.accounts.get(sub);
    if (privileges.includes('w_admin')) return account;
    if ((await this.administrators.find(sub)) !== undefined) throw new DomainError<CareErrorCode>('administrator_protected');
    return account;
  }
}
