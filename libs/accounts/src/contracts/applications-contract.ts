import { describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { Applications } from '../application/applications.ts';

/** What every store of applications does; run by the fake and by the adapter. */
export function applicationsContract(open: () => Applications): void {
  describe('a store of applications', () => {
    it('keeps an application and its secret, and replaces what it knew', async () => {
      const clientId = newId();
      const metadata = { redirect_uris: ['https://shop.example/cb'], client_name: 'Лавка', require_auth_time: true };
      await open().save({ clientId, metadata, secret: 'сек\tрет' });
      expect(await open().find(clientId)).toEqual({ clientId, metadata, secret: 'сек\tрет' });
      await open().save({ clientId, metadata: {} });
      expect(await open().find(clientId)).toEqual({ clientId, metadata: {} });
    });

    it('knows no application by what can be no client_id', async () => {
      for (const clientId of ['', '\0', 'a\0b', 'магазин', 'x'.repeat(10_000), newId()]) {
        expect(await open().find(clientId)).toBeUndefined();
      }
    });

    it('refuses what can not be kept, and a secret where it would rest in the open', async () => {
      const clientId = newId();
      const metadata = {};
      for (const bad of [
        { clientId: 'a b', metadata },
        { clientId, metadata: { client_name: 'a\0' } },
        { clientId, metadata: { contacts: [{ '\uD800': 'x' }] } },
        { clientId, metadata: { client_secret: 'x' } },
        { clientId, metadata, secret: '\0' },
      ]) {
        await expect(open().save(bad)).rejects.toThrow('application_invalid');
      }
    });
  });
}
