import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { HoconInvalid } from '../hocon/hocon-invalid.ts';
import { readHocon } from '../hocon/read-hocon.ts';
import type { ReadText } from '../hocon/read-text.ts';
import { readTextFromDisk } from '../hocon/read-text.ts';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import { Examination } from './examination.ts';
import type { FileSettings } from './file-settings.ts';
import { readBootConf } from './read-boot-conf.ts';

/** Where texts come from; tests give them from memory. */
export interface ConfFiles {
  readonly readText: ReadText;
  readonly exists: (path: string) => boolean;
}

/**
 * Reads blitz.conf, the files it includes, and `boot.conf` beside it. Never touches the network.
 * @throws BlitzConfInvalid with every problem; nothing else, whatever the files hold.
 */
export async function readBlitzConf(
  path: string,
  files: ConfFiles = { readText: readTextFromDisk, exists: existsSync },
): Promise<FileSettings> {
  const file = resolve(path);
  try {
    const prefix = await readBootConf(file, files.readText, files.exists);
    const { tree, places } = await readHocon(file, files.readText);
    return new Examination(file, prefix, tree, places).conclude();
  } catch (cause) {
    if (!(cause instanceof HoconInvalid)) throw cause;
    throw new BlitzConfInvalid([{ ...cause.at, key: cause.about, expected: cause.expected }]);
  }
}
