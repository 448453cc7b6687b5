import type { RecordDeed } from '@blitz/audit';
import type { Attributes, RequiredFactor } from '../account/account.ts';
import type { AllowCare } from '../care/allow-care.ts';
import type { Carer } from '../care/carer.ts';
import { AccountRefused } from './account-refused.ts';
import type { DirectoryRules } from '../attribute/attribute-rule.ts';
import { describedAccount } from './described-account.ts';
import type { DirectoryAccount } from './directory-account.ts';
import type { Directory } from './directory.ts';
import { readAttributesByRules } from '../attribute/read-attributes-by-rules.ts';
import { writingRules } from '../attribute/writing-rules.ts';

export interface ChangeAccountCommand {
  readonly sub: string;
  readonly attributes: Attributes;
  readonly requiredFactor: RequiredFactor | null;
  readonly expectedVersion: number;
  readonly carer: Carer;
}

/** Replaces what is known of a person, and how many factors they are asked for. Their login stays. */
export class ChangeAccount {
  constructor(
    private readonly directory: Directory,
    private readonly rules: DirectoryRules,
    private readonly allowCare: AllowCare,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws AccountRefused, AccountChanged; DomainError `account_unknown`, `administrator_protected`, `directory_busy` */
  async execute({ sub, attributes: asked, requiredFactor, expectedVersion, carer }: ChangeAccountCommand): Promise<DirectoryAccount> {
    const before = await this.allowCare.execute(sub, carer);
    const rules = await this.rules.current();
    const { attributes, faults } = readAttributesByRules(asked, rules, before.attributes);
    if (faults.length > 0) throw new AccountRefused(faults);
    const changed = await this.directory.change({ sub, attributes, requiredFactor, expectedVersion }, writingRules(rules));
    this.recordDeed.execute({ actor: carer.actor, resource: 'account', deed: 'changed', target: sub, sub, before: describedAccount(before), after: describedAccount(changed.account) });
    return changed;
  }
}
