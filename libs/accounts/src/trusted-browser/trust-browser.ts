import { printable, type AuditOrigin, type AuditTrail } from '@blitz/audit';
import { newId, type Clock } from '@blitz/kernel';
import { browserTokenHash, newBrowserToken } from './browser-token.ts';
import type { TrustedBrowsers } from './trusted-browsers.ts';

export interface TrustRequest extends AuditOrigin {
  /** How long the browser is trusted, whether it is used or not. */
  readonly ttlSec: number;
  /** When this login began; what was revoked later is not trusted again because of it. Now, when left out. */
  readonly provedAt?: number;
}

/** The person said "trust this browser". */
export class TrustBrowser {
  constructor(
    private readonly browsers: TrustedBrowsers,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the token for this browser's cookie; undefined when all trust was revoked since the login began
   * @throws DomainError `account_unknown`
   */
  async execute(sub: string, { ttlSec, provedAt, ...origin }: TrustRequest): Promise<string | undefined> {
    const now = this.clock.now();
    const token = newBrowserToken();
    const expiresAt = now + ttlSec * 1000;
    const browser = {
      id: newId(),
      sub,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      userAgent: printable(origin.userAgent ?? '', 256),
      address: printable(origin.address ?? '', 64),
    };
    const remembered = await this.browsers.remember(browser, browserTokenHash(token) ?? '', provedAt ?? now);
    if (!remembered) return undefined;
    this.audit.record({ ...origin, type: 'browser_trusted', at: now, sub, details: { until: expiresAt } });
    return token;
  }
}
