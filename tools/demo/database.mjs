import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../setup/commands.mjs';
import { inRoot } from '../setup/root.mjs';

/** What the compiler knows about the sources of the migrations and of the demo data: changes when any of them does. */
const builds = ['libs/postgres/dist/lib.tsbuildinfo', 'libs/accounts/dist/lib.tsbuildinfo', 'apps/blitz-idp/dist/lib.tsbuildinfo'];

/**
 * Migrations and demo data. Both may run any number of times; but two processes that find nothing to do take seconds of the
 * second start, so our own database remembers what it has got. A database that was given is always asked.
 */
export async function fillDatabase({ folder, given, env, seed, step }) {
  const stamp = join(folder, 'postgres', 'filled');
  const input = JSON.stringify(seed);
  const wanted = await fingerprint(input);
  const ours = given.databaseUrl === undefined;
  if (ours && (await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await rm(stamp, { force: true });
  const run = (name, text) => {
    const log = join(folder, 'logs', `${name}.log`);
    return runCommand(process.execPath, [inRoot('apps/blitz-idp/dist', `${name}.js`)], { env, input: text, log });
  };
  await step('Migrations', () => run('migrate', ''));
  await step('Demo data', () => run('seed-demo', input));
  if (ours) await writeFile(stamp, wanted);
}

async function fingerprint(input) {
  const hash = createHash('sha256').update(input);
  for (const build of builds) hash.update(await readFile(inRoot(build)).catch(() => 'absent'));
  return hash.digest('hex');
}
