import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RotateSigningKeys } from '@blitz/accounts';
import { signingKeysContract } from '@blitz/accounts/contracts';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Sealer, SystemClock } from '@blitz/kernel';
import { openDatabase, PostgresSigningKeys } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const sealer = new Sealer([randomBytes(32)]);
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

async function empty(): Promise<PostgresSigningKeys> {
  await opened.database.query('DELETE FROM signing_keys');
  return new PostgresSigningKeys(opened.database, sealer);
}

signingKeysContract(empty);

describe('signing keys in the database', () => {
  it('are one, when two services start at the same moment', async () => {
    await empty();
    const processes = await Promise.all([openDatabase(opened.url), openDatabase(opened.url)]);
    try {
      const starts = processes.map((database) =>
        new RotateSigningKeys(new PostgresSigningKeys(database, sealer), new SystemClock(), new FakeAuditTrail()).execute(),
      );
      const [one, other] = await Promise.all(starts);
      expect(one).toHaveLength(1);
      expect(other).toEqual(one);
    } finally {
      await Promise.all(processes.map((database) => database.destroy()));
    }
  });

  it('rest with their private half sealed', async () => {
    const keys = await empty();
    const [key] = await new RotateSigningKeys(keys, new SystemClock(), new FakeAuditTrail()).execute();
    const secret = key?.privateJwk['d'];
    expect(secret).toEqual(expect.stringMatching(/^[\w-]{43}$/));
    const stored = JSON.stringify(await opened.database.query('SELECT * FROM signing_keys'));
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain('"d"');
    const stranger = new PostgresSigningKeys(opened.database, new Sealer([randomBytes(32)]));
    await expect(stranger.list()).rejects.toThrow('unknown key');
  });
});
