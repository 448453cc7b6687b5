import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { inRoot } from './root.mjs';

/** The processes that an operator starts and waits for. */
export const bundled = ['blitz-idp', 'blitz-console', 'blitz-recovery'].map((name) => join('apps', name));

/** Where a service's bundle begins. */
export const bundleOf = (folder) => inRoot(folder, 'dist', 'bundle', 'main.js');

/** Parsers whose requires are computed, and native code: they stay where npm put them. */
const staysOutside = ['@pushcorn/hocon-parser', '@node-rs/*'];

/**
 * One file instead of two thousand: most of what a service does before it is ready is finding and reading modules.
 * See docs/decisions/0010. Files that have not changed since are not bundled again.
 */
export async function bundle() {
  await Promise.all(bundled.map((folder) => bundleOne(folder)));
}

async function bundleOne(folder) {
  const entry = inRoot(folder, 'dist', 'main.js');
  const list = inRoot(folder, 'dist', 'bundle', 'inputs.json');
  if (await isFresh(list)) return;
  // Not at the top: this file is read before the packages are installed.
  const { build } = await import('esbuild');
  const outdir = dirname(bundleOf(folder));
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: inRoot(),
    outdir,
    bundle: true,
    splitting: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: staysOutside,
    plugins: [absentPackages, keptPlaces(outdir)],
    banner: { js: commonJsNames },
    logLevel: 'error',
  });
  await writeFile(list, JSON.stringify(Object.keys(metafile.inputs)));
}

/** What CommonJS modules expect to find, in a file that is none. */
const commonJsNames = [
  "import { createRequire as bundleRequire } from 'node:module';",
  "import { fileURLToPath as bundlePath } from 'node:url';",
  'const require = bundleRequire(import.meta.url);',
  "const __filename = bundlePath(import.meta.url), __dirname = bundlePath(new URL('.', import.meta.url));",
].join('\n');

/** Drivers and plug-ins that libraries ask for in vain are asked for at run time, in vain as before. */
const absentPackages = {
  name: 'absent-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === absentPackages || kind === 'entry-point') return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: absentPackages });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/** A module that reads files beside itself (Lua, styles, fonts) finds them where they are, not beside the bundle. */
const keptPlaces = (outdir) => ({
  name: 'kept-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const place = JSON.stringify(relative(outdir, path));
      return { contents: source.replaceAll(/\bimport\.meta\.url\b/g, `new URL(${place}, import.meta.url).href`), loader: 'js' };
    });
  },
});

async function isFresh(list) {
  const inputs = await readFile(list, 'utf8').then(JSON.parse, () => undefined);
  if (inputs === undefined) return false;
  const files = [inRoot('package-lock.json'), inRoot('tools', 'setup', 'bundle.mjs'), ...inputs.map((file) => inRoot(file))];
  const times = await Promise.all(files.map((file) => stat(file).then(({ mtimeMs }) => mtimeMs, () => Infinity)));
  const { mtimeMs } = await stat(list);
  return times.every((time) => time < mtimeMs);
}
