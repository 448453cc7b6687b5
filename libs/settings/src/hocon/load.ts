import { dirname, extname, resolve } from 'node:path';
import { HoconInvalid } from './hocon-invalid.ts';
import { parseHocon } from './parse.ts';
import type { Position } from './position.ts';
import type { ReadText } from './read-text.ts';
import type { Field } from './syntax.ts';

const mostBytes = 1024 * 1024;
const deepest = 10;

/**
 * Parses a file and what it includes, relative to the including file. Unlike the typesafe library a missing include is an
 * error: a mistyped name must not silently drop half of the settings.
 * @throws HoconInvalid; also if all the texts together exceed 1 MiB.
 */
export function loadHocon(path: string, readText: ReadText): readonly Field[] {
  let bytes = 0;
  const load = (file: string, asked: Position, base: readonly string[], chain: readonly string[]): readonly Field[] => {
    const about = chain.length === 0 ? '' : 'include';
    if (chain.includes(file)) throw new HoconInvalid(asked, `files that don't include themselves (${file})`, about);
    if (chain.length > deepest)
      throw new HoconInvalid(asked, `no more than ${String(deepest)} files that include each other`, about);
    const read = readText(file, mostBytes);
    if (read.text === undefined) throw new HoconInvalid(asked, `a readable file: ${file} ${read.problem}`, about);
    bytes += Buffer.byteLength(read.text);
    if (bytes > mostBytes) throw new HoconInvalid(asked, 'no more than 1 MiB of settings, included files together', about);
    return parseHocon(read.text, file, base, (name, line, inside) => {
      const target = resolve(dirname(file), extname(name) === '' ? `${name}.conf` : name);
      return load(target, { file, line }, inside, [...chain, file]);
    });
  };
  return load(path, { file: path, line: 1 }, [], []);
}
