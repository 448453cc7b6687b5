import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { procedureStoreContract } from '@blitz/procedures/contracts';
import { PostgresProcedureStore } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

async function empty(): Promise<PostgresProcedureStore> {
  await opened.database.query('DELETE FROM procedure_versions');
  await opened.database.query('DELETE FROM plan_versions');
  await opened.database.query('DELETE FROM procedure_secrets');
  return new PostgresProcedureStore(opened.database);
}

procedureStoreContract('PostgresProcedureStore', empty);

describe('procedures in the database', () => {
  it('refuse a text that PostgreSQL can not keep, in words', async () => {
    const store = await empty();
    const procedure = { key: 'a', name: 'A', source: '\0', hosts: [], javascript: '', entryPoints: [], secrets: [] };
    await expect(store.save(procedure, { ...stamp, expectedVersion: 0 })).rejects.toMatchObject({ code: 'procedure_invalid' });
    expect((await store.set()).procedures).toEqual([]);
  });
});
