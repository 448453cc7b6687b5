import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Asset {
  /** With a hash of its content: may be kept by browsers for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

const root = '/blitz/assets';
const sheets = ['tokens', 'page', 'parts', 'form', 'code', 'call'] as const;
const script = 'text/javascript; charset=utf-8';
const fonts = ['latin', 'latin-ext', 'cyrillic'] as const;

/** The package's own folder, whether this file runs as `src/assets.ts` or as `dist/assets.js`. */
const folder = fileURLToPath(new URL('../src/assets/', import.meta.url));
const { resolve } = createRequire(import.meta.url);

function named(name: string, type: string, body: Buffer): readonly [string, Asset] {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  const dot = name.lastIndexOf('.');
  return [name, { path: `${root}/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, type, body }];
}

function read(): ReadonlyMap<string, Asset> {
  const fontFiles = fonts.map((letters) =>
    named(
      `onest-${letters}.woff2`,
      'font/woff2',
      readFileSync(resolve(`@fontsource-variable/onest/files/onest-${letters}-wght-normal.woff2`)),
    ),
  );
  const css = sheets.map((sheet) => text(`styles/${sheet}.css`)).join('\n');
  const countdown = named('countdown.js', script, Buffer.from(text('scripts/countdown.js')));
  return new Map([
    ...fontFiles,
    countdown,
    named('login.css', 'text/css; charset=utf-8', referring(css, fontFiles)),
    named('page.js', script, referring(text('scripts/page.js'), [countdown])),
    named('live.js', script, referring(text('scripts/live.js'), [countdown])),
    named('enter.js', script, Buffer.from(text('scripts/enter.js'))),
    named('mark.svg', 'image/svg+xml', Buffer.from(text('mark.svg'))),
  ]);
}

function text(file: string): string {
  return readFileSync(folder + file, 'utf8');
}

/** A file names its neighbours plainly; served, it must name them with their hashes. */
function referring(content: string, neighbours: readonly (readonly [string, Asset])[]): Buffer {
  const renamed = neighbours.reduce((before, [name, { path }]) => before.replaceAll(`./${name}`, path), content);
  return Buffer.from(renamed);
}

const byName = read();

/** Everything that the pages refer to, read once. */
export const assets: readonly Asset[] = [...byName.values()];

export function assetPath(name: string): string {
  const asset = byName.get(name);
  if (asset === undefined) throw new RangeError(`there is no asset ${name}`);
  return asset.path;
}
