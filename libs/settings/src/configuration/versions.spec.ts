import { beforeEach, describe, expect, it } from '@jest/globals';
import { anAdministrator, SettingsOffice } from '../fakes/settings-office.ts';
import { BrowseVersions } from './browse-versions.ts';
import { CompareWithFile } from './compare-with-file.ts';
import { RestoreVersion } from './restore-version.ts';

const [ttl, level, length] = ['login.session.ttlInSec', 'login.required-factor', 'login.methods.flashCall.profiles."2".psw-length'] as const;
let office: SettingsOffice;

beforeEach(async () => {
  office = new SettingsOffice({ [ttl]: 9000 });
  await office.changes({ [ttl]: 7200 });
  await office.changes({ [ttl]: 7300, [level]: 1 });
  await office.changes({ [ttl]: null, [length]: 6 });
});

describe('the versions of the settings', () => {
  it('are told newest first, each against the one before it', async () => {
    const { versions, next } = await new BrowseVersions(office.store).execute(50);
    expect(next).toBeUndefined();
    expect(versions.map(({ version, author, differences }) => [version, author, differences])).toEqual([
      [3, 'admin', [{ key: ttl, before: 7300 }, { key: length, after: 6 }]],
      [2, 'admin', [{ key: ttl, before: 7200, after: 7300 }, { key: level, after: 1 }]],
      [1, 'admin', [{ key: ttl, after: 7200 }]],
    ]);
  });

  it('come page by page, and the last of a page is compared with the first of the next', async () => {
    const browse = new BrowseVersions(office.store);
    const first = await browse.execute(2);
    expect([first.versions.map(({ version }) => version), first.next]).toEqual([[3, 2], 2]);
    expect(first.versions[1]?.differences[0]).toEqual({ key: ttl, before: 7200, after: 7300 });
    expect(await browse.execute(2, first.next)).toEqual({ versions: [expect.objectContaining({ version: 1 })] });
  });

  it('can be gone back to: a new version says what the old one said', async () => {
    const restore = new RestoreVersion(office.store, office.change);
    expect(await restore.execute({ version: 2, expectedVersion: 3, actor: anAdministrator })).toBe(4);
    expect((await office.store.latest())?.values).toEqual({ [ttl]: 7300, [level]: 1 });
    expect(await restore.execute({ version: 0, expectedVersion: 4, actor: anAdministrator })).toBe(5);
    expect((await office.store.latest())?.values).toEqual({});
  });

  it('that never were can’t, nor can any by whoever looked at an older one', async () => {
    const restore = new RestoreVersion(office.store, office.change);
    for (const version of [4, 99, -1]) {
      await expect(restore.execute({ version, expectedVersion: 3, actor: anAdministrator })).rejects.toMatchObject({ code: 'settings_version_unknown' });
    }
    await expect(restore.execute({ version: 1, expectedVersion: 2, actor: anAdministrator })).rejects.toMatchObject({ code: 'settings_changed_meanwhile' });
  });

  it('leave alone what another version of the product saved when one is gone back to', async () => {
    const values = { ...(await office.store.latest())?.values, 'login.of-tomorrow': 1 };
    await office.store.save(values, { author: 'admin', address: '', browser: '', expectedVersion: 3 });
    await new RestoreVersion(office.store, office.change).execute({ version: 1, expectedVersion: 4, actor: anAdministrator });
    expect((await office.store.latest())?.values).toEqual({ [ttl]: 7200, 'login.of-tomorrow': 1 });
  });
});

describe('what is saved over the file', () => {
  const compare = (): ReturnType<CompareWithFile['execute']> => new CompareWithFile(office.file, office.store).execute();

  it('is told with what the file says, and by whom it got the value that it has', async () => {
    await office.changes({ [ttl]: 7200 });
    expect(await compare()).toMatchObject({
      version: 4,
      entries: [
        { key: level, file: 2, written: true, saved: 1, by: { version: 2, author: 'admin' } },
        { key: length, file: 4, written: false, saved: 6, by: { version: 3 } },
        { key: ttl, file: 9000, written: true, saved: 7200, by: { version: 4 } },
      ],
    });
  });

  it('is found however long ago it was saved', async () => {
    for (let save = 0; save < 250; save += 1) await office.changes({ [ttl]: 1000 + save });
    const { entries } = await compare();
    expect(entries.map(({ key, by }) => [key, by.version])).toEqual([[level, 2], [length, 3], [ttl, 253]]);
  });

  it('is nothing before the first save', async () => {
    office = new SettingsOffice();
    expect(await compare()).toEqual({ version: 0, entries: [], ignored: [] });
  });

  it('includes what has no effect, and why', async () => {
    await office.store.save({ 'login.of-tomorrow': 1 }, { author: 'admin', address: '', browser: '', expectedVersion: 3 });
    expect(await compare()).toMatchObject({ entries: [{ key: 'login.of-tomorrow', saved: 1, written: false }], ignored: [{ key: 'login.of-tomorrow' }] });
  });
});
