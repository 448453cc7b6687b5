import type { TrustBrowser } from '@blitz/accounts';
import type { Logins } from '@blitz/factors';
import type { LiveSettings } from '@blitz/settings';

/** What trusting a browser takes. */
export class TrustParts {
  constructor(
    readonly trustBrowser: TrustBrowser,
    readonly logins: Logins,
    readonly settings: LiveSettings,
  ) {}
}
