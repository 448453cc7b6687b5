import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsStoreContract } from '@blitz/settings/fakes';
import { openDatabase, PostgresSettingsStore } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

async function empty(): Promise<PostgresSettingsStore> {
  await opened.database.query('DELETE FROM settings_versions');
  return new PostgresSettingsStore(opened.database);
}

settingsStoreContract('PostgresSettingsStore', empty);

describe('saved settings in the database', () => {
  it('let exactly one of many saves from several services win', async () => {
    await empty();
    const processes = await Promise.all([openDatabase(opened.url), openDatabase(opened.url)]);
    try {
      const saves = Array.from({ length: 20 }, (_, i) =>
        new PostgresSettingsStore(processes[i % 2] ?? opened.database).save({ i }, { ...stamp, expectedVersion: 0 }),
      );
      const done = await Promise.allSettled(saves);
      expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    } finally {
      await Promise.all(processes.map((database) => database.destroy()));
    }
  });

  it('refuse what can not be kept instead of failing', async () => {
    const store = await empty();
    for (const values of [{ a: 'x\0' }, { a: '\uD800' }, { ['\0']: 1 }]) {
      await expect(store.save(values, { ...stamp, expectedVersion: 0 })).rejects.toMatchObject({ code: 'settings_invalid' });
    }
    for (const expectedVersion of [-1, 0.5, Number.NaN, 2 ** 31, 1e300]) {
      const late = store.save({}, { ...stamp, expectedVersion });
      await expect(late).rejects.toMatchObject({ code: 'settings_changed_meanwhile' });
    }
    await store.save({}, { author: 'a\0', address: '\0', browser: '\uD800'.repeat(999), expectedVersion: 0 });
    expect(await store.history(1)).toMatchObject([{ author: 'a', address: '', browser: '' }]);
  });
});
