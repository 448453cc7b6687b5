import { readFileSync, statSync } from 'node:fs';

/** Answers a file's text, or why there is none, as the end of a sentence about the file. Nothing is thrown. */
export type ReadText = (
  path: string,
  mostBytes: number,
) => { readonly text: string } | { readonly text?: undefined; readonly problem: string };

/** Only regular files of a decent size: a device or a pipe would never end. */
export const readTextFromDisk: ReadText = (path, mostBytes) => {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return { problem: 'does not exist' };
    if (!stats.isFile()) return { problem: 'is not a file' };
    if (stats.size > mostBytes) return { problem: `is larger than ${String(mostBytes)} bytes` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown reason';
    return { problem: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `can't be read (${code})` };
  }
};
