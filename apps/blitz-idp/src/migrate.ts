import { DatabaseVariables, deployment } from '@blitz/platform';
import { migrate, openDatabase } from '@blitz/postgres';

/** Brings the database to the state that this version needs. Run it before the services start; running it twice is harmless. */
const { stores } = deployment({ stores: DatabaseVariables }, { port: 0, path: '' });
const database = await openDatabase(stores.databaseUrl);
try {
  await migrate(database);
} finally {
  await database.destroy();
}
