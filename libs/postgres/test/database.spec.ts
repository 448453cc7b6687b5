import { describe, expect, it } from '@jest/globals';
import { databaseReady, migrate, openDatabase } from '../src/index.ts';
import { freshDatabase } from '@blitz/testing';

describe('the tables', () => {
  it('are made once when several services start at the same moment, and a second time changes nothing', async () => {
    const fresh = await freshDatabase({ empty: true });
    const databases = await Promise.all([openDatabase(fresh.url), openDatabase(fresh.url), openDatabase(fresh.url)]);
    try {
      await Promise.all(databases.map(migrate));
      for (const database of databases) await migrate(database);
      const [first] = databases;
      expect(await first.query('SELECT name FROM migrations')).toHaveLength(first.migrations.length);
    } finally {
      await Promise.all(databases.map((database) => database.destroy()));
      await fresh.drop();
    }
  });

  it('can be taken back', async () => {
    const fresh = await freshDatabase({ empty: true });
    const database = await openDatabase(fresh.url);
    try {
      await migrate(database);
      for (const _ of database.migrations) await database.undoLastMigration();
      const left = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'";
      expect(await database.query(left)).toEqual([]);
      await migrate(database);
      await databaseReady(database);
    } finally {
      await database.destroy();
      await fresh.drop();
    }
  });
});

describe('a database', () => {
  it('is ready once it has its tables, and not any more when it is gone', async () => {
    const fresh = await freshDatabase({ empty: true });
    const database = await openDatabase(fresh.url);
    await expect(databaseReady(database)).rejects.toThrow('migrations');
    await migrate(database);
    await expect(databaseReady(database)).resolves.toBeUndefined();
    await fresh.drop();
    await expect(databaseReady(database)).rejects.toThrow();
    await database.destroy();
  });

  it('that does not answer is said so at once', async () => {
    await expect(openDatabase('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED');
  });
});
