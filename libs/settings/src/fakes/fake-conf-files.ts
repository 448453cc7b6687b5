import { resolve } from 'node:path';
import type { ConfFiles } from '../file/read-blitz-conf.ts';

/** Files in memory, by absolute path; nothing on the disk can be seen through them. */
export function fakeConfFiles(files: Readonly<Record<string, string>>): ConfFiles {
  const known = new Map(Object.entries(files).map(([path, text]) => [resolve(path), text]));
  return {
    exists: (path) => known.has(path),
    readText: (path, mostBytes) => {
      const text = known.get(path);
      if (text === undefined) return { problem: 'does not exist' };
      return Buffer.byteLength(text) > mostBytes ? { problem: `is larger than ${String(mostBytes)} bytes` } : { text };
    },
  };
}
