import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sharedStore } from './environment.ts';

/** Made and migrated once per run by tools/jest-stores.mjs, so that a spec file gets its tables in 30 ms. */
export const templateDatabase = 'blitz_template';

export interface FreshDatabase {
  readonly url: string;
  /** Ends what is still connected. Not calling it is forgiven: the whole server is thrown away after the run. */
  drop(): Promise<void>;
}

/** A database of its own for a spec file: migrated already, or with no table at all when `empty`. */
export async function freshDatabase({ empty = false }: { readonly empty?: boolean } = {}): Promise<FreshDatabase> {
  const server = sharedStore('BLITZ_TEST_DATABASE_URL');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(server, `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : await template(server)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).then(() => undefined) };
}

async function template(server: string): Promise<string> {
  const known = await ask(server, `SELECT FROM pg_database WHERE datname = '${templateDatabase}'`);
  return known === 0 ? 'template0' : templateDatabase;
}

async function ask(url: string, query: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
