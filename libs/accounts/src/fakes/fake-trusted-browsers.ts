import type { Accounts } from '../account/accounts.ts';
import type { TrustedBrowser } from '../trusted-browser/trusted-browser.ts';
import { TrustedBrowsers } from '../trusted-browser/trusted-browsers.ts';

type Kept = TrustedBrowser & { readonly tokenHash: string };

export class FakeTrustedBrowsers extends TrustedBrowsers {
  #kept: readonly Kept[] = [];
  readonly #revokedAt = new Map<string, number>();

  constructor(private readonly accounts: Accounts) {
    super();
  }

  async remember(browser: TrustedBrowser, tokenHash: string, provedAt: number): Promise<boolean> {
    await this.accounts.get(browser.sub);
    if (provedAt < (this.#revokedAt.get(browser.sub) ?? -Infinity)) return false;
    this.#kept = [...this.#kept.filter((each) => isLive(each, browser.createdAt)), { ...browser, tokenHash }];
    return true;
  }

  findLive(sub: string, tokenHash: string, now: number): Promise<TrustedBrowser | undefined> {
    const found = this.#kept.find((each) => each.sub === sub && each.tokenHash === tokenHash && isLive(each, now));
    return Promise.resolve(found === undefined ? undefined : shown(found));
  }

  touch(sub: string, id: string, now: number): Promise<void> {
    this.#kept = this.#kept.map((each) => (each.sub === sub && each.id === id ? { ...each, lastUsedAt: now } : each));
    return Promise.resolve();
  }

  list(sub: string, now: number): Promise<readonly TrustedBrowser[]> {
    const live = this.#kept.filter((each) => each.sub === sub && isLive(each, now)).map(shown);
    return Promise.resolve(live.sort((one, other) => other.lastUsedAt - one.lastUsedAt));
  }

  revoke(sub: string, id: string): Promise<boolean> {
    return Promise.resolve(this.#drop((each) => each.sub === sub && each.id === id) > 0);
  }

  revokeAll(sub: string, now: number): Promise<number> {
    this.#revokedAt.set(sub, now);
    return Promise.resolve(this.#drop((each) => each.sub === sub));
  }

  #drop(which: (each: Kept) => boolean): number {
    const before = this.#kept.length;
    this.#kept = this.#kept.filter((each) => !which(each));
    return before - this.#kept.length;
  }
}

function isLive({ expiresAt }: TrustedBrowser, now: number): boolean {
  return expiresAt > now;
}

function shown({ tokenHash: _, ...browser }: Kept): TrustedBrowser {
  return browser;
}
