/**
 * jest's globalSetup of the projects that need stores: one throw-away PostgreSQL and Redis for the whole run. Spec files
 * find them through `freshDatabase()` and `freshRedis()` of @blitz/testing.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

export default async function startStores() {
  if (process.env.BLITZ_TEST_DATABASE_URL && process.env.BLITZ_TEST_REDIS_URL) return;
  const built = path('libs/testing/dist/embedded/shared-stores.js');
  if (!existsSync(built)) throw new Error('The libraries are not built. Type: npx tsc -b');
  const { startSharedStores } = await import(built);
  const stores = await startSharedStores();
  globalThis.blitzStores = stores;
  process.env.BLITZ_TEST_DATABASE_URL = stores.databaseUrl;
  process.env.BLITZ_TEST_REDIS_URL = stores.redisUrl;
  try {
    await makeTemplate(stores);
  } catch (error) {
    await stores.stop();
    throw error;
  }
}

/** Migrates once; every spec file then gets a copy of the result. */
async function makeTemplate({ databaseUrl, redisUrl }) {
  const migrate = path('apps/blitz-idp/dist/migrate.js');
  if (!existsSync(migrate)) return;
  const { templateDatabase } = await import(path('libs/testing/dist/embedded/fresh-database.js'));
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${templateDatabase}`);
    const template = new URL(databaseUrl);
    template.pathname = `/${templateDatabase}`;
    const secret = () => randomBytes(32).toString('base64');
    const env = {
      NODE_ENV: 'test',
      BLITZ_CONFIG: path('blitz.conf'),
      BLITZ_REDIS_URL: redisUrl,
      BLITZ_MASTER_KEY: secret(),
      BLITZ_SECRET: secret(),
      ...process.env,
      BLITZ_DATABASE_URL: template.href,
    };
    await run(process.execPath, [migrate], { env });
    await client.query(`ALTER DATABASE ${templateDatabase} WITH ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
