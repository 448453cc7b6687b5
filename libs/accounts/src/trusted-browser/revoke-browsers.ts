import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { browsersRevoked, type Revocation } from './revocation.ts';
import type { TrustedBrowsers } from './trusted-browsers.ts';

/** Takes the trust from every browser of an account, those of logins under way included. */
export class RevokeBrowsers {
  constructor(
    private readonly browsers: TrustedBrowsers,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns how many browsers lost their trust */
  async execute(sub: string, revocation: Revocation): Promise<number> {
    const now = this.clock.now();
    const count = await this.browsers.revokeAll(sub, now);
    this.audit.record(browsersRevoked(revocation, sub, count, now));
    return count;
  }
}
