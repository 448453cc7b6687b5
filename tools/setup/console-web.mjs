import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { runCommand } from './commands.mjs';
import { inRoot } from './root.mjs';

const folder = join('apps', 'blitz-console-web');
const built = inRoot(folder, 'dist');
const stamp = join(built, 'built-from.txt');
const inputs = [folder, join('libs', 'admin-client')];
const worthCompressing = /\.(?:js|css|html|svg|json|map|txt)$/;
/** Below this a compressed file saves no packet. */
const smallestBytes = 1_024;

/** The pages of blitz-console, built when their sources have changed since: `apps/blitz-console-web/dist`. */
export async function buildConsoleWeb({ log } = {}) {
  const wanted = await fingerprint();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return 'nothing to do';
  await rm(stamp, { force: true });
  const vite = join(createRequire(inRoot(folder, 'package.json')).resolve('vite/package.json'), '..', 'bin', 'vite.js');
  // Whoever starts us may be in development or a test; what is served is not.
  const env = { ...process.env, NODE_ENV: 'production' };
  await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: inRoot(folder), env, log });
  await compressAll(built);
  await writeFile(stamp, wanted);
  return 'built';
}

/** What a browser is sent is made once: gzip for all, Brotli for those who know it. */
async function compressAll(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((name) => worthCompressing.test(name));
  for (const name of files) {
    const file = join(folder, name);
    const bytes = await readFile(file);
    if (bytes.length < smallestBytes) continue;
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  }
}

/** Of all that the pages are made from. */
export async function fingerprint() {
  const files = ['package-lock.json', join('tools', 'setup', 'console-web.mjs')];
  for (const each of inputs) files.push(...(await sources(each)));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update('\0').update(await readFile(inRoot(file)));
  return hash.digest('hex');
}

async function sources(folder) {
  const entries = await readdir(inRoot(folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'dist' || entry.name === 'node_modules' ? [] : sources(path);
      return entry.isFile() && !/\.spec\.tsx?$|\.md$/.test(entry.name) ? [path] : [];
    }),
  );
  return nested.flat();
}
