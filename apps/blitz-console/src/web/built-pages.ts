import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file that browsers may have. */
export interface BuiltFile {
  readonly path: string;
  readonly type: string;
  /** Its name changes with its content. */
  readonly hashed: boolean;
  /** Made when it was built, by what browsers call it. */
  readonly compressed: Readonly<Partial<Record<Encoding, string>>>;
}

export type Encoding = 'br' | 'gzip';

/** The pages, as they were built. */
export interface BuiltPages {
  readonly index: string;
  /** By the name in the address: `assets/index-1a2b3c.js`. Nothing else is on offer, whatever an address says. */
  readonly files: ReadonlyMap<string, BuiltFile>;
}

const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** @returns undefined when nothing was built. Files of kinds that browsers have no use for are left out. */
export function readBuiltPages(folder: string): BuiltPages | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = new Map<string, BuiltFile>();
  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined || name.startsWith('.')) continue;
    const compressed = Object.fromEntries(Object.entries(endings).filter(([, ending]) => names.includes(name + ending)).map(([encoding, ending]) => [encoding, join(folder, name + ending)]));
    files.set(name, { path: join(folder, name), type, hashed: name.startsWith('assets/'), compressed });
  }
  return { index: readFileSync(page, 'utf8'), files };
}
