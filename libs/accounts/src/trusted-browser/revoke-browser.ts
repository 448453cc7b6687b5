import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { browsersRevoked, type Revocation } from './revocation.ts';
import type { TrustedBrowsers } from './trusted-browsers.ts';

/** Takes the trust from one browser in a person's list. */
export class RevokeBrowser {
  constructor(
    private readonly browsers: TrustedBrowsers,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns false when the account has no such browser */
  async execute(sub: string, id: string, revocation: Revocation): Promise<boolean> {
    const revoked = await this.browsers.revoke(sub, id);
    if (revoked) this.audit.record(browsersRevoked(revocation, sub, 1, this.clock.now()));
    return revoked;
  }
}
