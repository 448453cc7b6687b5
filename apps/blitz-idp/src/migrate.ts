import { readEnvironment, StoresVariables } from '@blitz/platform';
import { migrate, openDatabase } from '@blitz/postgres';

/** Brings the database to the state that this version needs. Run it before the services start; running it twice is harmless. */
const { stores } = readEnvironment({ BLITZ_REDIS_URL: 'redis://localhost', ...process.env }, { stores: StoresVariables }, { port: 0, path: '' });
const database = await openDatabase(stores.databaseUrl);
try {
  await migrate(database);
} finally {
  await database.destroy();
}
