import { randomBytes } from 'node:crypto';
import { migrate, openDatabase } from '@blitz/postgres';
import pg from 'pg';

/** A database of its own, with its tables, on the server that has this one; large seeds must not slow the other scenarios. */
export async function ownDatabase(serverUrl) {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const ask = async (statement) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openDatabase(url.href);
  await migrate(database);
  const close = async () => {
    await database.destroy();
    await ask(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url: url.href, database, close };
}
