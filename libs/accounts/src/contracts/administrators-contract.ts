import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';
import type { Administrator } from '../administrator/administrator.ts';
import type { Administrators } from '../administrator/administrators.ts';
import type { Role } from '../administrator/role.ts';

export interface AdministratorRooms {
  readonly accounts: Accounts;
  /** Empty. */
  readonly administrators: Administrators;
}

type Appoint = (roles: readonly Role[], login?: string) => Promise<Administrator>;

const at = 1_800_000_000_000;

/** What every store of administrators does; run by the fake and by the adapter. */
export function administratorsContract(open: () => Promise<AdministratorRooms>): void {
  let rooms: AdministratorRooms;
  const appoint: Appoint = async (roles, login = `admin-${newId().toLowerCase()}`) => {
    const { sub } = await rooms.accounts.create({ login, attributes: { name: 'Ada' } });
    return rooms.administrators.save({ sub, roles, expectedVersion: 0, at });
  };

  describe('a store of administrators', () => {
    beforeEach(async () => (rooms = await open()));

    it('keeps who somebody is and what they may do', async () => {
      const appointed = await appoint(['support', 'root', 'support']);
      expect(appointed).toEqual({ account: await rooms.accounts.get(appointed.account.sub), roles: ['root', 'support'], version: 1, appointedAt: at });
      expect(await rooms.administrators.find(appointed.account.sub)).toEqual(appointed);
    });

    it('changes roles, and knows the version that was looked at', async () => {
      await appoint(['root']);
      const { account: { sub } } = await appoint(['support']);
      const change = { sub, roles: ['security'], expectedVersion: 1, at: at + 5 } as const;
      expect(await rooms.administrators.save(change)).toMatchObject({ roles: ['security'], version: 2, appointedAt: at });
      await expect(rooms.administrators.save(change)).rejects.toThrow('administrator_changed_meanwhile');
      await expect(rooms.administrators.remove(sub, 1)).rejects.toThrow('administrator_changed_meanwhile');
      expect(await rooms.administrators.find(sub)).toMatchObject({ roles: ['security'], version: 2 });
    });

    it('lists them by login, page by page', async () => {
      for (const login of ['carol', 'alice', 'bob']) await appoint(['root'], login);
      const logins = async (limit: number, after?: string): Promise<string[]> =>
        (await rooms.administrators.list({ limit, ...(after === undefined ? {} : { after }) })).map(({ account }) => account.login);
      expect(await logins(2)).toEqual(['alice', 'bob']);
      expect(await logins(2, 'bob')).toEqual(['carol']);
      expect(await logins(2, 'carol')).toEqual([]);
    });

    it('refuses whom nobody knows, who is one already, and roles that there are not', async () => {
      const { account: { sub } } = await appoint(['root']);
      const { administrators } = rooms;
      await expect(administrators.save({ sub, roles: ['root'], expectedVersion: 0, at })).rejects.toThrow('administrator_exists');
      for (const nobody of ['00000000-0000-4000-8000-000000000000', '', 'x\0', '5']) {
        expect(await administrators.find(nobody)).toBeUndefined();
        await expect(administrators.save({ sub: nobody, roles: ['root'], expectedVersion: 0, at })).rejects.toThrow('account_unknown');
        await expect(administrators.remove(nobody, 1)).rejects.toThrow('administrator_unknown');
      }
      const { sub: other } = await rooms.accounts.create({ login: newId() });
      await expect(administrators.save({ sub: other, roles: ['root'], expectedVersion: 1, at })).rejects.toThrow('administrator_unknown');
      for (const roles of [[], ['king'], ['root', 'king'], ['constructor']]) {
        await expect(administrators.save({ sub: other, roles: roles as Role[], expectedVersion: 0, at })).rejects.toThrow('roles_invalid');
      }
    });

    keepsTheLastRoot(() => rooms, appoint);
  });
}

function keepsTheLastRoot(open: () => AdministratorRooms, appoint: Appoint): void {
  it('keeps the last one with the role root, and lets go of anybody else', async () => {
    const { administrators, accounts } = open();
    const [root, second, support] = [await appoint(['root']), await appoint(['root', 'support']), await appoint(['support'])];
    await administrators.remove(support.account.sub, 1);
    await administrators.save({ sub: second.account.sub, roles: ['support'], expectedVersion: 1, at });
    await expect(administrators.remove(root.account.sub, 1)).rejects.toThrow('last_root_stays');
    await expect(administrators.save({ sub: root.account.sub, roles: ['security'], expectedVersion: 1, at })).rejects.toThrow('last_root_stays');
    expect(await administrators.save({ sub: root.account.sub, roles: ['root', 'ui_admin'], expectedVersion: 1, at })).toMatchObject({ version: 2 });
    // One who can't get in is no help.
    const { account: { sub } } = await appoint(['root']);
    await accounts.setLocked(sub, true);
    await expect(administrators.remove(root.account.sub, 2)).rejects.toThrow('last_root_stays');
    await accounts.setLocked(sub, false);
    await administrators.remove(root.account.sub, 2);
    expect(await administrators.find(root.account.sub)).toBeUndefined();
  });
}
