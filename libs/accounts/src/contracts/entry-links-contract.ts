import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { EntryLinks } from '../console-session/entry-links.ts';
import type { AdministratorRooms } from './administrators-contract.ts';

export type EntryLinkRooms = AdministratorRooms & { readonly links: EntryLinks };

const now = 1_800_000_000_000;

/** What every store of entry links does; run by the fake and by the adapter. */
export function entryLinksContract(open: () => Promise<EntryLinkRooms>): void {
  describe('a store of entry links', () => {
    let rooms: EntryLinkRooms;
    let sub = '';
    beforeAll(async () => {
      rooms = await open();
      ({ sub } = await rooms.accounts.create({ login: newId() }));
      await rooms.administrators.save({ sub, roles: ['root'], expectedVersion: 0, at: now });
    });

    it('gives each away once, however many ask at once', async () => {
      const tag = newId();
      await rooms.links.add(tag, sub, now + 1_000);
      const got = await Promise.all(Array.from({ length: 10 }, () => rooms.links.claim(tag, now)));
      expect(got.filter((each) => each !== undefined)).toEqual([sub]);
      expect(await rooms.links.claim(tag, now)).toBeUndefined();
    });

    it('gives none away from the moment on when its time is over', async () => {
      const [early, late] = [newId(), newId()];
      for (const tag of [early, late]) await rooms.links.add(tag, sub, now + 1_000);
      expect(await rooms.links.claim(early, now + 999)).toBe(sub);
      expect(await rooms.links.claim(late, now + 1_000)).toBeUndefined();
      expect(await rooms.links.claim(late, now)).toBeUndefined();
    });

    it('has none for anybody who is no administrator', async () => {
      const { sub: other } = await rooms.accounts.create({ login: newId() });
      for (const nobody of [other, '00000000-0000-4000-8000-000000000000', 'x']) {
        await expect(rooms.links.add(newId(), nobody, now + 1_000)).rejects.toThrow('administrator_unknown');
      }
      for (const tag of ['', newId(), '\0']) expect(await rooms.links.claim(tag, now)).toBeUndefined();
    });
  });
}
