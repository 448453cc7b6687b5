import type { Actor, RecordDeed } from '@blitz/audit';
import type { Attributes, RequiredFactor } from '../account/account.ts';
import { normaliseLogin } from '../account/normalise-login.ts';
import { readNewAccount } from '../account/read-account.ts';
import { AccountRefused, type AccountFault } from './account-refused.ts';
import type { DirectoryRules } from '../attribute/attribute-rule.ts';
import { describedAccount } from './described-account.ts';
import type { DirectoryAccount } from './directory-account.ts';
import type { Directory } from './directory.ts';
import { readAttributesByRules } from '../attribute/read-attributes-by-rules.ts';
import { writingRules } from '../attribute/writing-rules.ts';

export interface CreateAccountCommand {
  readonly login: string;
  readonly attributes: Attributes;
  readonly requiredFactor: RequiredFactor | null;
  readonly actor: Actor;
}

/** Makes a person known. They get in as soon as somebody gives them a password. */
export class CreateAccount {
  constructor(
    private readonly directory: Directory,
    private readonly rules: DirectoryRules,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws AccountRefused; DomainError `directory_busy` */
  async execute({ login, attributes: asked, requiredFactor, actor }: CreateAccountCommand): Promise<DirectoryAccount> {
    const rules = await this.rules.current();
    const { attributes, faults } = readAttributesByRules(asked, rules);
    const wrong = [...loginFaults(login), ...faults];
    if (wrong.length > 0) throw new AccountRefused(wrong);
    const created = await this.directory.create(readNewAccount({ login, attributes, requiredFactor }), writingRules(rules));
    const { sub } = created.account;
    this.recordDeed.execute({ actor, resource: 'account', deed: 'created', target: sub, sub, after: describedAccount(created.account) });
    return created;
  }
}

export function loginFaults(login: string): AccountFault[] {
  const expected = 'must be a printable text of 1–254 characters';
  return normaliseLogin(login) === undefined ? [{ field: 'login', rule: 'login', expected }] : [];
}
