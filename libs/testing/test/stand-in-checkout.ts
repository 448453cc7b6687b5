import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

const service = (portVariable: string, path: string) => `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => {
    if (request.url === '/die') process.exit(3);
    response.statusCode = request.url === '${path}' ? 200 : 404;
    response.end();
  });
  server.listen(Number(process.env.${portVariable}), '127.0.0.1');
  console.log(JSON.stringify({ level: 'info', msg: 'started', stores: process.env.BLITZ_STORES, keys: Object.keys(process.env) }));
  console.log(JSON.stringify({ level: 'warn', msg: 'development secrets' }));
  console.log(JSON.stringify({ level: 'warn', outcome: 'failed', reason: 'provider_failed', hint: 'status 500', msg: 'call' }));
  process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });`;

/** Something that is only right if the data of the last run is still there. */
const countStarts = `
  import pg from 'pg';
  const client = new pg.Client({ connectionString: process.env.BLITZ_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('INSERT INTO starts VALUES (DEFAULT) RETURNING number');
  await client.end();
  console.log('starts so far: ' + rows[0].number);`;

/** What the tools start, in the smallest form that keeps the agreement: a port, a health address, lines of JSON. */
const scripts: Record<string, string> = {
  'apps/blitz-idp/dist/main.js': `${countStarts}\n${service('BLITZ_PORT', '/blitz/readyz')}`,
  'apps/blitz-console/dist/main.js': service('BLITZ_PORT', '/blitz/readyz'),
  'apps/blitz-recovery/dist/main.js': service('BLITZ_PORT', '/blitz/readyz'),
  'apps/phone-simulator/dist/main.js': service('BLITZ_SIMULATOR_PORT', '/healthz'),
  'apps/demo-app/dist/main.js': service('BLITZ_DEMO_PORT', '/healthz'),
  'apps/blitz-idp/dist/migrate.js': `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.BLITZ_DATABASE_URL });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS starts (number serial)');
    await client.end();`,
  'apps/blitz-idp/dist/seed-demo.js': `
    import { text } from 'node:stream/consumers';
    const { accounts, clients } = JSON.parse(await text(process.stdin));
    console.log('seeded ' + accounts.map(({ login }) => login).join() + ' ' + clients[0].redirect_uris[0]);`,
  'apps/blitz-idp/dist/register-application.js': `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.BLITZ_DATABASE_URL });
    await client.connect();
    await client.end();
    console.error('oidc-provider WARNING: Unsupported runtime.');
    const keys = ['BLITZ_MASTER_KEY', 'BLITZ_SECRET'].map((name) => Buffer.from(process.env[name], 'base64').length);
    console.log(JSON.stringify({ args: process.argv.slice(2), keys }));
    if (process.argv.includes('--refuse')) { console.error('It is refused.'); process.exitCode = 1; }`,
};

export interface StandInCheckout {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A folder with our tools and embedded stores as they are, but with services that need no build. */
export async function standInCheckout(): Promise<StandInCheckout> {
  const folder = await mkdtemp(join(tmpdir(), 'blitz-checkout-'));
  // As root the demo's PostgreSQL runs as another user.
  await chmod(folder, 0o711);
  await cp(join(checkout, 'tools'), join(folder, 'tools'), { recursive: true });
  await cp(join(checkout, 'libs/testing/dist'), join(folder, 'libs/testing/dist'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { start: 'node tools/start.mjs' } }));
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(checkout, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(checkout, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const [path, text] of Object.entries(scripts)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await haveBuiltPages(folder);
  const packages = (await import(join(folder, 'tools/setup/ensure-packages.mjs'))) as { fingerprint(): Promise<string> };
  await writeFile(join(folder, 'node_modules', '.blitz-packages'), await packages.fingerprint());
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The console's pages, as if they were built from what stands there: nothing. */
async function haveBuiltPages(folder: string): Promise<void> {
  const dist = join(folder, 'apps/blitz-console-web/dist');
  await mkdir(dist, { recursive: true });
  await mkdir(join(folder, 'libs/admin-client'), { recursive: true });
  const pages = (await import(join(folder, 'tools/setup/console-web.mjs'))) as { fingerprint(): Promise<string> };
  await writeFile(join(dist, 'built-from.txt'), await pages.fingerprint());
}
