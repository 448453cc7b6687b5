import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { searchPath } from './environment.ts';

const names = ['redis-server', 'valkey-server'];
/** Where package managers put servers; /usr/sbin and Homebrew are missing from many a PATH. */
const usualFolders = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/home/linuxbrew/.linuxbrew/bin'];

/** The installed Redis (or Valkey, its free twin), or undefined. No npm package brings one. */
export async function findRedisBinary(): Promise<string | undefined> {
  const folders = [...searchPath().split(delimiter).filter(Boolean), ...usualFolders];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      const runs = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (runs) return file;
    }
  }
  return undefined;
}
