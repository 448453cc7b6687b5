import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

/**
 * Root runs PostgreSQL as another user, who can't enter a folder below a home of mode 0700 such as /root. Then the data
 * and a copy of the binaries live in a place below /var/lib, named after the folder they stand in for.
 */
export async function reachablePlace(folder: string, user: UnprivilegedUser | undefined): Promise<string> {
  if (user === undefined || (await canEnter(folder, user))) return folder;
  const place = standIn(folder);
  await mkdir(place, { recursive: true, mode: 0o711 });
  await writeFile(join(place, 'belongs-to'), `${resolve(folder)}\n`);
  return place;
}

/** The folder with `bin`, `lib` and `share` that the user may run: the installed one, or a copy in `place`. */
export async function reachableBinaries(found: PostgresBinaries, place: string, user: UnprivilegedUser | undefined): Promise<string> {
  if (user === undefined || (await canEnter(join(found.folder, 'share'), user))) return found.folder;
  const copy = join(place, 'native');
  const stamp = join(copy, 'version');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === found.version) return copy;
  await rm(copy, { recursive: true, force: true });
  await cp(found.folder, copy, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  await writeFile(stamp, found.version);
  return copy;
}

/** Removes what was kept for the folder, in it and in its stand-in. */
export async function forgetPlace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rm(standIn(folder), { recursive: true, force: true });
}

function standIn(folder: string): string {
  const mark = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  return join('/var/lib', `blitz-${basename(folder)}-${mark}`);
}

/** Asked of the system itself, as that user: no reading of mode bits sees every rule that may apply. */
function canEnter(folder: string, { uid, gid }: UnprivilegedUser): Promise<boolean> {
  return new Promise((answer) => {
    execFile('/bin/sh', ['-c', 'test -x "$1"', 'sh', resolve(folder)], { uid, gid, cwd: '/' }, (error) => answer(error === null));
  });
}
