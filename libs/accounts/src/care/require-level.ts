import type { RecordDeed } from '@blitz/audit';
import type { Accounts } from '../account/accounts.ts';
import type { RequiredFactor } from '../account/account.ts';
import type { AllowCare } from './allow-care.ts';
import type { Carer } from './carer.ts';

/** How many factors an account is asked for; null leaves it to the configuration. */
export class RequireLevel {
  constructor(
    private readonly allow: AllowCare,
    private readonly accounts: Accounts,
    private readonly deeds: RecordDeed,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected` */
  async execute(sub: string, level: RequiredFactor | null, carer: Carer): Promise<void> {
    const { requiredFactor } = await this.allow.execute(sub, carer);
    if (requiredFactor === level) return;
    await this.accounts.requireFactor(sub, level);
    const [before, after] = [{ required_factor: requiredFactor }, { required_factor: level }];
    this.deeds.execute({ actor: carer.actor, resource: 'account', deed: 'level_changed', target: sub, sub, before, after });
  }
}
