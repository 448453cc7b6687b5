import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as ask } from 'node:http';
import fastify from 'fastify';
import { servePages } from '../src/web/serve-pages.ts';

const tool = fileURLToPath(new URL('../../../tools/console-web.mjs', import.meta.url));
const mostKb = 300;

const server = fastify({ forceCloseConnections: true });
let url = '';

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [tool], { timeout: 120_000 });
  servePages(server);
  url = await server.listen({ port: 0, host: '127.0.0.1' });
}, 150_000);

afterAll(() => server.close());

const page = (path: string): Promise<Response> => fetch(url + path, { headers: { accept: 'text/html' } });

/** Without the help of fetch, which takes addresses and encodings into its own hands. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    ask({ hostname, port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

const linked = (html: string): string[] => [...html.matchAll(/(?:src|href)="(\/blitz\/console\/[^"]+)"/g)].map(([, path]) => path ?? '');

describe('the pages of the console', () => {
  it.each(['/blitz/console', '/blitz/console/', '/blitz/console/users/0/security?tab=1', '/blitz/console/nowhere/%D1%8F'])('are one page at every address, never kept: %s', async (path) => {
    const answer = await page(path);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(await answer.text()).toContain('<div id="root">');
  });

  it('allow scripts and connections of our own only', async () => {
    const policy = (await page('/blitz/console/')).headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; .*connect-src 'self'; .*frame-ancestors 'none'/);
    expect(policy).toContain("worker-src 'self'");
    const html = await (await page('/blitz/console/')).text();
    expect([...html.matchAll(/<script(?![^>]* src=)/g)]).toEqual([]);
  });

  it('name only files that are there, with their types, and those with a hash are kept for good', async () => {
    const paths = linked(await (await page('/blitz/console/')).text());
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const answer = await fetch(url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-type')).toBe({ js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' }[path.split('.').at(-1) ?? '']);
      expect(answer.headers.get('cache-control')).toBe(path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
  });

  it('are sent compressed as the browser likes it, and are the same', async () => {
    const script = linked(await (await page('/blitz/console/')).text()).find((path) => path.includes('/assets/') && path.endsWith('.js')) ?? '';
    const plain = await raw(script);
    const [brotli, gzip, none] = [await raw(script, { 'accept-encoding': 'gzip, br' }), await raw(script, { 'accept-encoding': 'gzip' }), await raw(script, { 'accept-encoding': 'br;q=0' })];
    expect([brotli, gzip, none, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined, undefined]);
    for (const body of [brotliDecompressSync(brotli.body), gunzipSync(gzip.body), none.body]) expect(body.equals(plain.body)).toBe(true);
  });

  it.each([
    '/blitz/console/../package.json', '/blitz/console/..%2fpackage.json', '/blitz/console/assets/../../package.json', '/blitz/console/%2e%2e/%2e%2e/etc/passwd',
    '/blitz/console/assets/%2e%2e%2f%2e%2e%2fpackage.json', '/blitz/console//etc/passwd', '/blitz/console/assets/..%5c..%5cpackage.json', '/blitz/console/.vite/manifest.json', '/blitz/console/built-from.txt',
  ])('give nothing else of the disk away: %s', async (path) => {
    const { body } = await raw(path, { accept: 'text/html' });
    expect(body.toString()).not.toMatch(/"name":|root:|"src":|^[0-9a-f]{64}$/);
  });

  it('say 404 for a file of an older build, and to programs that took the address for one of an API', async () => {
    expect((await fetch(`${url}/blitz/console/assets/index-00000000.js`)).status).toBe(404);
    expect((await fetch(`${url}/blitz/console/session`, { headers: { accept: 'application/json' } })).status).toBe(404);
  });

  it('say which command builds them when nobody has', async () => {
    const bare = fastify({ forceCloseConnections: true });
    servePages(bare, await mkdtemp(join(tmpdir(), 'unbuilt-')));
    const answer = await fetch(`${await bare.listen({ port: 0, host: '127.0.0.1' })}/blitz/console/users`, { headers: { accept: 'text/html' } });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    await bare.close();
  });
});

describe('the first view', () => {
  it(`takes at most ${String(mostKb)} KB, compressed: the page, what it loads at once, and the letters of English`, async () => {
    const html = await (await page('/blitz/console/')).text();
    const sizes = await Promise.all(linked(html).map(async (path) => gzipSync(Buffer.from(await (await fetch(url + path)).arrayBuffer())).length));
    const { files } = await filesBuilt();
    const font = [...files].find((name) => /onest-latin-wght/.test(name)) ?? '';
    const letters = (await (await fetch(`${url}/blitz/console/${font}`)).arrayBuffer()).byteLength;
    expect(letters).toBeGreaterThan(10_000);
    const total = gzipSync(html).length + sizes.reduce((sum, size) => sum + size, 0) + letters;
    expect(total / 1024).toBeLessThanOrEqual(mostKb);
    expect(total / 1024).toBeGreaterThan(50);
  });
});

async function filesBuilt(): Promise<{ files: readonly string[] }> {
  const style = linked(await (await page('/blitz/console/')).text()).find((path) => path.endsWith('.css')) ?? '';
  const text = await (await fetch(url + style)).text();
  return { files: [...text.matchAll(/url\("?(?:\/blitz\/console\/)?([^")]+\.woff2)"?\)/g)].map(([, name]) => (name?.startsWith('.') === true ? `assets/${name.slice(2)}` : (name ?? ''))) };
}
