import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';
import { browserTokenHash, newBrowserToken } from '../trusted-browser/browser-token.ts';
import type { TrustedBrowser } from '../trusted-browser/trusted-browser.ts';
import type { TrustedBrowsers } from '../trusted-browser/trusted-browsers.ts';

const now = 1_800_000_000_000;

interface Two {
  readonly browsers: TrustedBrowsers;
  readonly ada: string;
  readonly eve: string;
}

/** What every store of trusted browsers does; run by the fake and by the adapter. */
export function trustedBrowsersContract(open: () => { accounts: Accounts; browsers: TrustedBrowsers }): void {
  describe('a store of trusted browsers', () => {
    let two: Two;
    beforeEach(async () => {
      const { accounts, browsers } = open();
      const [ada, eve] = [await accounts.create({ login: newId() }), await accounts.create({ login: newId() })];
      two = { browsers, ada: ada.sub, eve: eve.sub };
    });
    knowsBrowsers(() => two);
    forgetsBrowsers(() => two);
  });
}

function knowsBrowsers(two: () => Two): void {
  it('knows a browser by its token until the moment its trust is over', async () => {
    const { browsers, ada } = two();
    const [browser, token] = [a(ada), hash()];
    expect(await browsers.remember(browser, token, now)).toBe(true);
    expect(await browsers.findLive(ada, token, now + 59_999)).toEqual(browser);
    expect(await browsers.findLive(ada, token, now + 60_000)).toBeUndefined();
    expect(await browsers.findLive(ada, hash(), now)).toBeUndefined();
  });

  it('row 21: knows it for its own account only', async () => {
    const { browsers, ada, eve } = two();
    const [browser, token] = [a(ada), hash()];
    await browsers.remember(browser, token, now);
    expect(await browsers.findLive(eve, token, now)).toBeUndefined();
    expect(await browsers.revoke(eve, browser.id)).toBe(false);
    await browsers.touch(eve, browser.id, now + 5);
    expect(await browsers.revokeAll(eve, now)).toBe(0);
    expect(await browsers.findLive(ada, token, now)).toEqual(browser);
  });

  it('lists the live ones, last used first', async () => {
    const { browsers, ada, eve } = two();
    const [first, second, over] = [a(ada), a(ada), a(ada, { expiresAt: now + 10 })];
    for (const each of [first, second, over]) await browsers.remember(each, hash(), now);
    await browsers.touch(ada, first.id, now + 20);
    const listed = await browsers.list(ada, now + 20);
    expect(listed).toEqual([{ ...first, lastUsedAt: now + 20 }, second]);
    expect(await browsers.list(eve, now)).toEqual([]);
  });
}

function forgetsBrowsers(two: () => Two): void {
  it('row 21: knows none of them after they were revoked', async () => {
    const { browsers, ada } = two();
    const tokens = [hash(), hash(), hash()];
    const [one, ...others] = tokens.map((token) => ({ token, browser: a(ada) }));
    for (const each of [one, ...others]) {
      if (each !== undefined) await browsers.remember(each.browser, each.token, now);
    }
    expect(await browsers.revoke(ada, one?.browser.id ?? '')).toBe(true);
    expect(await browsers.revoke(ada, one?.browser.id ?? '')).toBe(false);
    expect(await browsers.revokeAll(ada, now)).toBe(2);
    for (const token of tokens) expect(await browsers.findLive(ada, token, now)).toBeUndefined();
  });

  it('row 21: gives no trust to a login that began before everything was revoked', async () => {
    const { browsers, ada, eve } = two();
    await browsers.revokeAll(ada, now);
    const token = hash();
    expect(await browsers.remember(a(ada), token, now - 1)).toBe(false);
    expect(await browsers.findLive(ada, token, now)).toBeUndefined();
    expect(await browsers.remember(a(ada), token, now)).toBe(true);
    expect(await browsers.remember(a(eve), hash(), now - 1)).toBe(true);
  });

  it('trusts no browser of nobody', async () => {
    const { browsers } = two();
    for (const nobody of ['00000000-0000-4000-8000-000000000000', 'none', '\0']) {
      await expect(browsers.remember(a(nobody), hash(), now)).rejects.toThrow('account_unknown');
      expect(await browsers.findLive(nobody, hash(), now)).toBeUndefined();
      expect(await browsers.list(nobody, now)).toEqual([]);
      expect(await browsers.revoke(nobody, '\0')).toBe(false);
      expect(await browsers.revokeAll(nobody, now)).toBe(0);
    }
  });
}

function a(sub: string, changes: Partial<TrustedBrowser> = {}): TrustedBrowser {
  const times = { createdAt: now, lastUsedAt: now, expiresAt: now + 60_000 };
  return { id: newId(), sub, ...times, userAgent: 'Firefox «140»', address: '2001:db8::1', ...changes };
}

function hash(): string {
  return browserTokenHash(newBrowserToken()) ?? '';
}
