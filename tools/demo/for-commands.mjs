import { rm, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileIn = (folder) => join(folder, 'secrets', 'for-commands.json');

/**
 * While the demo runs, what commands need to reach its stores lies beside its secrets. What the environment gave to the demo
 * is not written down: it gives that to the command, too.
 */
export async function leaveForCommands(folder, { issuer, adminApi, env }, given = process.env) {
  const ours = ['BLITZ_DATABASE_URL', 'BLITZ_MASTER_KEY', 'BLITZ_SECRET', 'BLITZ_CONSOLE_URL'].filter((name) => !given[name]);
  const known = { issuer, adminApi, env: Object.fromEntries(ours.map((name) => [name, env[name]])) };
  // Not over what a killed demo left: its file may have had another owner or mode.
  await takeFromCommands(folder);
  await writeFile(fileIn(folder), `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

export async function takeFromCommands(folder) {
  await rm(fileIn(folder), { force: true });
}

/** Undefined if nothing was left. */
export async function readForCommands(folder) {
  const text = await readFile(fileIn(folder), 'utf8').catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return text === undefined ? undefined : JSON.parse(text);
}
