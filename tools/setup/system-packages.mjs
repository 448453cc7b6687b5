import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Refusal } from './refusal.mjs';

/**
 * How each system's package manager installs; the first that is there is asked.
 * RUNLEVEL=1: Debian starts an installed server at once, and ours must be private, not one more on the usual port.
 */
const managers = [
  { command: 'apt-get', refresh: ['update'], install: ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'] },
  { command: 'dnf', install: ['install', '-y'] },
  { command: 'apk', install: ['add', '--no-cache'] },
  { command: 'pacman', install: ['-S', '--noconfirm', '--needed'] },
  { command: 'zypper', install: ['--non-interactive', 'install'] },
  { command: 'brew', install: ['install'], anyone: true },
];
const unattended = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', NEEDRESTART_MODE: 'l' };
const usualFolders = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/sbin', '/bin', '/opt/homebrew/bin'];

/**
 * Installs a program with the system's package manager if we may, that is as root; otherwise refuses with the one command
 * to type. `packages` names the package for each manager, `purpose` completes "<program> is needed …".
 */
export async function installSystemPackage({ program, purpose, packages, log }) {
  const manager = managers.find(({ command }) => packages[command] !== undefined && findProgram(command) !== undefined);
  if (manager === undefined) throw new Refusal(`${program} is needed ${purpose}, and no known package manager is here to install it.`);
  const { command, install, refresh } = manager;
  const name = packages[command];
  const typed = [manager.anyone ? '' : 'sudo ', command, ' ', ...install.slice(0, 1), ' ', name].join('');
  if (process.getuid?.() !== 0) throw new Refusal(`${program} is needed ${purpose} and not installed; only root may install it.`, typed);
  const run = (args) => runCommand(command, args, { log, env: { ...process.env, ...unattended } });
  try {
    // A fresh image has no package lists, or lists so old that the files they name are gone: then refresh and try again.
    await run([...install, name]).catch(async (error) => {
      if (refresh === undefined) throw error;
      await run(refresh);
      await run([...install, name]);
    });
  } catch (error) {
    throw new Refusal(`${program} is needed ${purpose} and could not be installed.\n${error.message}`, typed, { cause: error });
  }
}

export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders];
  return folders.map((folder) => join(folder, name)).find(isRunnable);
}

export function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
