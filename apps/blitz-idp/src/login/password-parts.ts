import type { BrowserParts } from './browser-parts.ts';
import type { Doorway } from './doorway.ts';
import type { KnownBrowsers } from './known-browsers.ts';

/** What the password's pages take. */
export class PasswordParts {
  constructor(
    readonly browser: BrowserParts,
    readonly known: KnownBrowsers,
    readonly doorway: Doorway,
  ) {}
}
