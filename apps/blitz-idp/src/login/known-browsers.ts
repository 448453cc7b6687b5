import type { Mac } from './mac.ts';

/** A browser that got into an account before has a budget for passwords of its own. It proves nothing else. */
export class KnownBrowsers {
  constructor(private readonly mac: Mac) {}

  write({ sub, browser }: { readonly sub: string; readonly browser: string }): string {
    return `${sub}.${browser}.${this.mac.of('known', sub, browser)}`;
  }

  read(cookie: string | undefined): { readonly sub: string; readonly browser: string } | undefined {
    const [sub, browser, tag, ...rest] = (cookie ?? '').split('.');
    if (sub === undefined || browser === undefined || rest.length > 0) return undefined;
    return this.mac.matches(tag, 'known', sub, browser) ? { sub, browser } : undefined;
  }
}
