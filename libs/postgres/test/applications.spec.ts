import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationRegisterContract, applicationsContract } from '@blitz/accounts/contracts';
import { newId, Sealer } from '@blitz/kernel';
import { PostgresApplicationRegister, PostgresApplications } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const sealer = new Sealer([randomBytes(32)]);
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

const applications = (): PostgresApplications => new PostgresApplications(opened.database, sealer);

applicationsContract(applications);
applicationRegisterContract(
  () => new PostgresApplicationRegister(opened.database, sealer),
  async (clientId) => (await applications().find(clientId))?.secret,
);

describe('the register in the database', () => {
  it('sees what a command saves, as another version', async () => {
    const clientId = newId();
    const register = new PostgresApplicationRegister(opened.database, sealer);
    await applications().save({ clientId, metadata: { client_name: 'One' }, secret: 'first' });
    const before = await register.find(clientId);
    await applications().save({ clientId, metadata: { client_name: 'Other' } });
    expect(await register.find(clientId)).toMatchObject({ version: (before?.version ?? 0) + 1, hasSecret: false, metadata: { client_name: 'Other' } });
    expect(await register.change(clientId, {}, before?.version ?? 0)).toBeUndefined();
  });

  it('finds what a service of the version before has saved', async () => {
    const clientId = newId();
    await opened.database.query('INSERT INTO applications (client_id, metadata) VALUES ($1, $2)', [clientId, JSON.stringify({ client_name: 'Old Shop' })]);
    const [found] = await new PostgresApplicationRegister(opened.database, sealer).list({ search: clientId.toLowerCase(), limit: 2 });
    expect(found).toMatchObject({ clientId, version: 1, hasSecret: false });
  });
});

describe('an application’s secret in the database', () => {
  it('is sealed, for this application alone and under this master key alone', async () => {
    const [mine, other, secret] = [newId(), newId(), newId()];
    await applications().save({ clientId: mine, metadata: {}, secret });
    await applications().save({ clientId: other, metadata: {}, secret: 'another' });
    const stored = await opened.database.query<{ secret_sealed: string }[]>('SELECT * FROM applications');
    expect(JSON.stringify(stored)).not.toContain(secret);
    await opened.database.query(
      'UPDATE applications SET secret_sealed = (SELECT secret_sealed FROM applications WHERE client_id = $1) WHERE client_id = $2',
      [mine, other],
    );
    await expect(applications().find(other)).rejects.toThrow('altered or belongs elsewhere');
    const stranger = new PostgresApplications(opened.database, new Sealer([randomBytes(32)]));
    await expect(stranger.find(mine)).rejects.toThrow('unknown key');
  });
});
