import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@blitz/accounts';
import { administratorsContract, entryLinksContract } from '@blitz/accounts/contracts';
import { newId } from '@blitz/kernel';
import { PostgresAccounts, PostgresAdministrators, PostgresEntryLinks } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const at = 1_800_000_000_000;
let opened: MigratedDatabase;
beforeAll(async () => (opened = await migratedDatabase()));
afterAll(() => opened.close());

const accounts = (): PostgresAccounts => new PostgresAccounts(opened.database);
const administrators = (): PostgresAdministrators => new PostgresAdministrators(opened.database);
const empty = async (): Promise<void> => {
  // What no deed does: the rule of the last root is looked at row by row.
  await opened.database.query('TRUNCATE administrators CASCADE');
  await opened.database.query('DELETE FROM accounts');
};

administratorsContract(async () => {
  await empty();
  return { accounts: accounts(), administrators: administrators() };
});

entryLinksContract(async () => {
  await empty();
  return { accounts: accounts(), administrators: administrators(), links: new PostgresEntryLinks(opened.database) };
});

describe('the last administrator with the role root, in the database', () => {
  beforeEach(empty);
  const appoint = async (roles: readonly Role[] = ['root']): Promise<string> => {
    const { sub } = await accounts().create({ login: newId() });
    await administrators().save({ sub, roles, expectedVersion: 0, at });
    return sub;
  };
  const rootsLeft = async (): Promise<number> =>
    (await administrators().list({ limit: 100 })).filter(({ account, roles }) => roles.includes('root') && !account.locked).length;
  const outcomes = async (deeds: readonly Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(deeds)).map((each) => (each.status === 'fulfilled' ? 'done' : String((each.reason as { code?: string }).code)));

  it('stays when two are removed at once, however often it is tried', async () => {
    for (let round = 0; round < 20; round += 1) {
      await empty();
      const [one, other] = [await appoint(), await appoint()];
      const ended = await outcomes([one, other].map((sub) => administrators().remove(sub, 1)));
      expect(ended.sort()).toEqual(['done', 'last_root_stays']);
      expect(await rootsLeft()).toBe(1);
    }
  });

  it('stays when one is removed, another gets other roles and the accounts of the rest are locked, all at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      await empty();
      const [removed, changed, locked, alsoLocked] = [await appoint(), await appoint(), await appoint(), await appoint()];
      const ended = await outcomes([
        administrators().remove(removed, 1),
        administrators().save({ sub: changed, roles: ['support'], expectedVersion: 1, at }),
        accounts().setLocked(locked, true),
        accounts().setLocked(alsoLocked, true),
      ]);
      expect(ended.sort()).toEqual(['done', 'done', 'done', 'last_root_stays']);
      expect(await rootsLeft()).toBe(1);
    }
  });

  it('can not be locked, not even by a statement that knows nothing of the rule; anybody else can', async () => {
    const [root, support] = [await appoint(), await appoint(['support'])];
    await accounts().setLocked(support, true);
    await expect(accounts().setLocked(root, true)).rejects.toThrow('last_root_stays');
    await expect(opened.database.query('UPDATE accounts SET locked = true')).rejects.toThrow('stays');
    await expect(opened.database.query('DELETE FROM accounts WHERE sub = $1', [root])).rejects.toThrow('stays');
    expect(await rootsLeft()).toBe(1);
    const other = await appoint();
    await accounts().setLocked(root, true);
    await accounts().setLocked(root, true);
    expect((await administrators().list({ limit: 9 })).find(({ account }) => account.sub === other)?.account.locked).toBe(false);
  });

  it('is one of many: of parallel appointments of one account one wins', async () => {
    const { sub } = await accounts().create({ login: newId() });
    const ended = await outcomes(Array.from({ length: 10 }, () => administrators().save({ sub, roles: ['root'], expectedVersion: 0, at })));
    expect(ended.filter((each) => each === 'done')).toHaveLength(1);
    const changes = await outcomes(Array.from({ length: 10 }, () => administrators().save({ sub, roles: ['root', 'support'], expectedVersion: 1, at })));
    expect(changes.sort()).toEqual([...Array<string>(9).fill('administrator_changed_meanwhile'), 'done']);
    expect(await administrators().find(sub)).toMatchObject({ version: 2 });
  });
});

describe('an entry link in the database', () => {
  it('ends with the administrator whom it was made for', async () => {
    await empty();
    const links = new PostgresEntryLinks(opened.database);
    const subs = await Promise.all([0, 1].map(async () => (await accounts().create({ login: newId() })).sub));
    for (const sub of subs) await administrators().save({ sub, roles: ['root'], expectedVersion: 0, at });
    const [sub = ''] = subs;
    await links.add('tag', sub, at + 1_000);
    await administrators().remove(sub, 1);
    await administrators().save({ sub, roles: ['root'], expectedVersion: 0, at });
    expect(await links.claim('tag', at)).toBeUndefined();
  });

  it('that nobody used is forgotten when another is made', async () => {
    await empty();
    const { sub } = await accounts().create({ login: newId() });
    await administrators().save({ sub, roles: ['root'], expectedVersion: 0, at });
    const links = new PostgresEntryLinks(opened.database);
    await links.add('old', sub, at);
    await links.add('new', sub, at + 3_600_000);
    expect(await opened.database.query('SELECT tag FROM entry_links')).toEqual([{ tag: 'new' }]);
  });
});
