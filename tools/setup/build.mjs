import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './commands.mjs';
import { inRoot } from './root.mjs';

export const compiler = inRoot('node_modules', 'typescript', 'bin', 'tsc');

/** What runs, without the specs: a test that does not compile must not keep anybody from starting the product. */
export async function runnableProjects() {
  const apps = (await readdir(inRoot('apps')).catch(() => [])).map((name) => join('apps', name));
  return [join('libs', 'testing'), ...apps.sort()].map((folder) => join(folder, 'tsconfig.lib.json')).filter((file) => existsSync(inRoot(file)));
}

/** The compiler knows by itself what has changed: with nothing to do it takes a moment. */
export async function build({ log } = {}) {
  const projects = await runnableProjects();
  if (projects.length === 0) return;
  await runCommand(process.execPath, [compiler, '-b', ...projects], { log });
}
