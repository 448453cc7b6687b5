import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Refusal } from './refusal.mjs';
import { inRoot } from './root.mjs';

const stamp = inRoot('node_modules', '.blitz-packages');

/**
 * `npm install`, but only when a package.json, the lock file, or what the machine is has changed since the last one.
 * Not `npm ci`: a lock file that was made on one platform can lack optional packages of another, and `npm ci` then fails.
 */
export async function ensurePackages({ log } = {}) {
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return 'nothing to do';
  const [command, ...args] = npm();
  const flags = ['install', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  await runCommand(command, [...args, ...flags], { log, env: installEnvironment() }).catch((error) => {
    throw new Refusal(`The packages could not be installed.\n${error.message}`, 'npm install', { cause: error });
  });
  // Read again: npm may have completed the lock file.
  await writeFile(stamp, await fingerprint());
  return 'installed';
}

export async function fingerprint() {
  const files = ['package.json', 'package-lock.json', ...(await manifests('libs')), ...(await manifests('apps'))];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} node ${process.versions.modules}`);
  for (const file of files) hash.update(file).update(await readFile(inRoot(file)).catch(() => 'absent'));
  return hash.digest('hex');
}

async function manifests(folder) {
  const names = await readdir(inRoot(folder)).catch(() => []);
  return names.sort().map((name) => join(folder, name, 'package.json')).filter((file) => existsSync(inRoot(file)));
}

/** The npm that called us, if one did: there may be several on a machine. */
function npm() {
  const path = process.env.npm_execpath;
  return path?.endsWith('.js') && path.includes('npm') ? [process.execPath, path] : ['npm'];
}

/** NODE_ENV=production would leave out the compiler, and npm's own variables of the outer run concern only that run. */
function installEnvironment() {
  const env = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && name !== 'npm_config_omit' && name !== 'npm_command');
  return Object.fromEntries(env);
}
