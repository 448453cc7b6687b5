import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';
import type { Passwords } from '../password/passwords.ts';
import type { TrustedBrowsers } from '../trusted-browser/trusted-browsers.ts';

const now = 1_800_000_000_000;

export interface PasswordRooms {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly browsers: TrustedBrowsers;
  /** The types of the events that were written about an account. */
  readonly eventsOf: (sub: string) => Promise<readonly string[]>;
}

/** What every store of password hashes does; run by the fake and by the adapter. */
export function passwordsContract(open: () => PasswordRooms): void {
  sinceContract(open);
  describe('a store of password hashes', () => {
    let ada: string;

    beforeEach(async () => {
      ada = (await open().accounts.create({ login: newId() })).sub;
    });

    const trust = (token: string, provedAt = now): Promise<boolean> =>
      open().browsers.remember(
        { id: newId(), sub: ada, createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: '', address: '' },
        token,
        provedAt,
      );

    it('has no hash until one is saved, then the last one', async () => {
      const { passwords } = open();
      expect(await passwords.findHash(ada)).toBeUndefined();
      expect(await passwords.saveHash(ada, 'first')).toBe(true);
      expect(await passwords.saveHash(ada, 'second')).toBe(true);
      expect(await passwords.findHash(ada)).toBe('second');
    });

    it('does not bring back a password that was changed while the old one was hashed again', async () => {
      const { passwords } = open();
      await passwords.saveHash(ada, 'old');
      await passwords.change(ada, 'changed', now, () => []);
      expect(await passwords.saveHash(ada, 'old, hashed again', 'old')).toBe(false);
      expect(await passwords.findHash(ada)).toBe('changed');
      expect(await passwords.saveHash(ada, 'changed, hashed again', 'changed')).toBe(true);
      expect(await passwords.findHash(ada)).toBe('changed, hashed again');
    });

    it('row 21: a changed password revokes every browser and says so', async () => {
      const { passwords, browsers, eventsOf } = open();
      const tokens = [newId(), newId()];
      for (const token of tokens) await trust(token);
      const counts: number[] = [];
      await passwords.change(ada, 'changed', now + 1, (count) => {
        counts.push(count);
        return [{ type: 'password_changed', at: now + 1, sub: ada }];
      });
      expect(counts).toEqual([2]);
      expect(await passwords.findHash(ada)).toBe('changed');
      for (const token of tokens) expect(await browsers.findLive(ada, token, now + 1)).toBeUndefined();
      expect(await eventsOf(ada)).toEqual(['password_changed']);
      expect(await trust(newId(), now)).toBe(false);
    });

    it('knows no password of nobody', async () => {
      const { passwords } = open();
      for (const nobody of ['00000000-0000-4000-8000-000000000000', 'none', '\0']) {
        expect(await passwords.findHash(nobody)).toBeUndefined();
        expect(await passwords.changedAt(nobody)).toBeUndefined();
        await expect(passwords.saveHash(nobody, 'x')).rejects.toThrow('account_unknown');
        await expect(passwords.change(nobody, 'x', now, () => [])).rejects.toThrow('account_unknown');
      }
    });
  });
}

function sinceContract(open: () => PasswordRooms): void {
  it('an account tells since when it has the password that it has, which hashing it again does not change', async () => {
    const { accounts, passwords } = open();
    const ada = (await accounts.create({ login: newId() })).sub;
    expect(await passwords.changedAt(ada)).toBeUndefined();
    await passwords.saveHash(ada, 'first');
    const since = await passwords.changedAt(ada);
    expect(since).toEqual(expect.any(Number));
    await passwords.saveHash(ada, 'first, hashed again', 'first');
    expect(await passwords.changedAt(ada)).toBe(since);
    await passwords.change(ada, 'changed', now, () => []);
    expect(await passwords.changedAt(ada)).not.toBe(since);
  });
}
