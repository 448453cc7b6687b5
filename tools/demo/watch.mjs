import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compiler, runnableProjects } from '../setup/build.mjs';
import { endGroup } from '../setup/commands.mjs';
import { inRoot } from '../setup/root.mjs';
import { eachLine } from './log-lines.mjs';

const settleMs = 400;

/**
 * `npm run dev`: the compiler watches the sources, we watch what it writes, what is read from beside it (Lua, styles) and the
 * settings, and restart the services that depend on what has changed. Returns the deed that ends it.
 */
export async function watchAndRestart({ definitions, restart, show }) {
  const child = spawn(process.execPath, [compiler, '-b', '--watch', '--preserveWatchOutput', ...(await runnableProjects())], {
    cwd: inRoot(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const worthSeeing = compilerLines();
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => worthSeeing(line) && show(line));
  const dependants = new Map();
  for (const definition of definitions) {
    for (const folder of closure(definition.folder)) dependants.set(folder, [...(dependants.get(folder) ?? []), definition]);
  }
  const restarts = new Restarts(restart, show);
  const watchers = [...dependants].flatMap(([folder, services]) => watchFolder(folder, () => restarts.want(services)));
  watchers.push(...watchSettings(definitions, (services) => restarts.want(services)));
  return () => {
    restarts.end();
    for (const each of watchers) each.close();
    endGroup(child.pid, 'SIGTERM');
  };
}

/** One round of restarts at a time, begun when the compiler has been quiet for a moment. */
class Restarts {
  #wanted = new Set();
  #timer;
  #round = Promise.resolve();

  constructor(restart, show) {
    this.restart = restart;
    this.show = show;
  }

  want(services) {
    for (const service of services) this.#wanted.add(service);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#round = this.#round.then(() => this.#go())), settleMs);
  }

  end() {
    clearTimeout(this.#timer);
    this.#wanted.clear();
  }

  async #go() {
    const now = [...this.#wanted];
    this.#wanted.clear();
    for (const service of now) {
      // A change that keeps it from starting is the developer's to mend; the next change tries again.
      await this.restart(service).then(
        () => this.show(`${service.name} restarted`),
        (error) => this.show(error.message),
      );
    }
  }
}

function watchFolder(folder, changed) {
  const folders = ['dist', 'src'].map((name) => [name, inRoot(folder, name)]).filter(([, path]) => existsSync(path));
  return folders.map(([name, path]) =>
    watch(path, { recursive: true }, (_event, file) => {
      const relevant = name === 'dist' ? /\.js$/ : /\.(?!tsx?$)\w+$/;
      if (file !== null && relevant.test(file)) changed();
    }),
  );
}

/** The folder of blitz.conf: editors put another file in its place, and boot.conf and included files stand beside it. */
function watchSettings(definitions, changed) {
  const readers = definitions.filter(({ env }) => env.BLITZ_CONFIG !== undefined);
  const folders = new Set(readers.map(({ env }) => dirname(resolve(inRoot(), env.BLITZ_CONFIG))));
  return [...folders].map((folder) => watch(folder, (_event, file) => file?.endsWith('.conf') && changed(readers)));
}

/** A service's own folder and those of all workspace packages it is built on. */
function closure(folder, seen = new Set()) {
  if (seen.has(folder)) return seen;
  const manifest = inRoot(folder, 'package.json');
  if (!existsSync(manifest)) return seen;
  seen.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const name of Object.keys(dependencies)) if (name.startsWith('@blitz/')) closure(join('libs', name.slice('@blitz/'.length)), seen);
  return seen;
}

/** Errors, and that there are none any more. */
function compilerLines() {
  let broken = false;
  return (line) => {
    if (line.includes('error TS') || /Found [1-9]\d* error/.test(line)) return (broken = true);
    if (!broken || !line.includes('Found 0 errors')) return false;
    broken = false;
    return true;
  };
}
