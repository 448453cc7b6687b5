import type { AuditOrigin, AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { browserTokenHash } from './browser-token.ts';
import type { TrustedBrowsers } from './trusted-browsers.ts';

/** Is this browser trusted by this account? */
export class RecogniseBrowser {
  constructor(
    private readonly browsers: TrustedBrowsers,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param token as the cookie had it: anything at all
   * @param unusedMs a browser that was not used for so long is forgotten before its time
   */
  async execute(sub: string, token: unknown, origin: AuditOrigin = {}, unusedMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    const tokenHash = browserTokenHash(token);
    if (tokenHash === undefined) return false;
    const now = this.clock.now();
    const browser = await this.browsers.findLive(sub, tokenHash, now);
    if (browser === undefined || browser.lastUsedAt + unusedMs <= now) return false;
    await this.browsers.touch(sub, browser.id, now);
    this.audit.record({ ...origin, type: 'browser_recognised', at: now, sub });
    return true;
  }
}
