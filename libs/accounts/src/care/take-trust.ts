import type { RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { Revocation } from '../trusted-browser/revocation.ts';
import type { RevokeBrowser } from '../trusted-browser/revoke-browser.ts';
import type { RevokeBrowsers } from '../trusted-browser/revoke-browsers.ts';
import type { AllowCare } from './allow-care.ts';
import type { CareErrorCode } from './care-error.ts';
import type { Carer } from './carer.ts';

/** Takes the trust from a person's browsers: they are asked for the second factor again. */
export class TakeTrust {
  constructor(
    private readonly allow: AllowCare,
    private readonly revokeBrowser: RevokeBrowser,
    private readonly revokeBrowsers: RevokeBrowsers,
    private readonly deeds: RecordDeed,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected`, `browser_unknown` */
  async one(sub: string, id: string, carer: Carer): Promise<void> {
    await this.allow.execute(sub, carer);
    if (!(await this.revokeBrowser.execute(sub, id, revocationBy(carer)))) throw new DomainError<CareErrorCode>('browser_unknown');
    this.#note(sub, 'trust_taken', 1, carer);
  }

  /**
   * @returns how many browsers lost their trust
   * @throws DomainError `account_unknown`, `administrator_protected`
   */
  async all(sub: string, carer: Carer): Promise<number> {
    await this.allow.execute(sub, carer);
    const count = await this.revokeBrowsers.execute(sub, revocationBy(carer));
    this.#note(sub, 'all_trust_taken', count, carer);
    return count;
  }

  #note(sub: string, deed: string, count: number, { actor }: Carer): void {
    this.deeds.execute({ actor, resource: 'account', deed, target: sub, sub, before: { trusted_browsers: count } });
  }
}

/** Where the administrator sits is told by their deed: the person's own events carry no address that is not theirs. */
function revocationBy({ actor }: Carer): Revocation {
  return { reason: 'administrator_asked', correlationId: actor.correlationId };
}
