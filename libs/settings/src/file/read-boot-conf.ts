import { dirname, join } from 'node:path';
import { HoconInvalid } from '../hocon/hocon-invalid.ts';
import type { ReadText } from '../hocon/read-text.ts';
import { readHocon } from '../hocon/read-hocon.ts';
import { isBlock } from '../schema/reading.ts';

const mostBytes = 1024 * 1024;

/**
 * `boot.conf` beside blitz.conf says which block of it counts: `mode="prod"`, `group="local"` are the prefix
 * `blitz.prod.local.idp`, and that is also what counts without such a file.
 */
export async function readBootConf(
  path: string,
  readText: ReadText,
  exists: (path: string) => boolean,
): Promise<readonly string[]> {
  const boot = join(dirname(path), 'boot.conf');
  if (!exists(boot)) return ['blitz', 'prod', 'local', 'idp'];
  const { tree, places } = await readHocon(boot, (file) => readText(file, mostBytes));
  const read = (key: string, otherwise: string): string => {
    const value = isBlock(tree) ? (tree[key] ?? otherwise) : otherwise;
    if (typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)) return value;
    throw new HoconInvalid(places.of([key]), `a word, as "${otherwise}"`, key);
  };
  return ['blitz', read('mode', 'prod'), read('group', 'local'), 'idp'];
}
