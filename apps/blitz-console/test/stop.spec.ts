import { PostgresAuditEvents, openDatabase } from '@blitz/postgres';
import { describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

describe('blitz-console that is stopped while a test call is under way', () => {
  it('cuts it off in time, writes it to the journal as what it is, and leaves nothing open', async () => {
    const town = await Town.open();
    await town.savesSimulator();
    const phone = town.newPhone();
    await town.makesProvider(phone, 'hangs');
    const answer = await town.asks({ phone_number: phone, procedure: 'simulator' });
    const told = answer.text().catch(() => 'cut off');
    const began = performance.now();
    await town.service.stop();
    expect(performance.now() - began).toBeLessThan(7_500);
    expect(await told).toMatch(/"outcome":"failed"|cut off/);
    const database = await openDatabase(town.variables['BLITZ_DATABASE_URL'] ?? '');
    const events = await new PostgresAuditEvents(database).find({ types: ['test_call'] });
    await database.destroy();
    expect(events).toMatchObject([{ sub: 'ops', details: { name: 'simulator', reason: 'failed' } }]);
    await town.close();
  });
});
