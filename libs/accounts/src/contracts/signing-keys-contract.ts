import { describe, expect, it } from '@jest/globals';
import { newSigningKey } from '../signing-key/new-signing-key.ts';
import type { SigningKeys } from '../signing-key/signing-keys.ts';

const now = 1_800_000_000_000;

/** What every store of signing keys does; run by the fake and by the adapter, each with an empty store. */
export function signingKeysContract(open: () => Promise<SigningKeys>): void {
  describe('a store of signing keys', () => {
    it('makes one key, however many services start at once', async () => {
      const keys = await open();
      const starts = Array.from({ length: 6 }, () =>
        keys.add((known) => (known.length === 0 ? newSigningKey(now, now) : undefined)),
      );
      const [first, ...others] = await Promise.all(starts);
      expect(first).toHaveLength(1);
      for (const other of others) expect(other).toEqual(first);
    });

    it('keeps a key whole, oldest first, and lets nobody put off its retirement', async () => {
      const keys = await open();
      const [one, two] = [newSigningKey(now, now), newSigningKey(now + 1, now + 5000)];
      await keys.add(() => one);
      expect(await keys.add(() => two)).toEqual([one, two]);
      expect(await keys.retire(one.kid, now + 9000)).toBe(true);
      expect(await keys.retire(one.kid, now + 99_000)).toBe(false);
      expect(await keys.retire('none', now)).toBe(false);
      expect(await keys.list()).toEqual([{ ...one, retiresAt: now + 9000 }, two]);
    });
  });
}
