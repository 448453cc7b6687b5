/**
 * Every page in every state, to look at: `npx tsc -b libs/pages && node libs/pages/preview/main.mjs [port]`.
 * Served under the same strict policy as the real ones. `/events` plays a call.
 */
import { createServer } from 'node:http';
import { assets, pickLanguage } from '../dist/index.js';
import { gallery } from '../dist/gallery.js';

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const files = new Map(assets.map((asset) => [asset.path, asset]));

const play = [
  { state: 'queued' },
  { state: 'dialling' },
  { state: 'dialling', live: 'ringing' },
  { state: 'awaiting', expiresInSec: 120, nextCallInSec: 15 },
];

function playCall(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (step) => {
    if (response.destroyed || play[step] === undefined) return;
    response.write(`data: ${JSON.stringify(play[step])}\n\n`);
    setTimeout(tell, 3000, step + 1);
  };
  tell(0);
}

export function preview() {
  return createServer((request, response) => {
    const url = new URL(request.url, 'http://preview');
    const file = files.get(url.pathname);
    if (file !== undefined) {
      return response.writeHead(200, { 'content-type': file.type, 'content-security-policy': policy }).end(file.body);
    }
    if (url.pathname === '/events') {
      return url.searchParams.get('of') === 'code-queued' ? playCall(response) : response.writeHead(204).end();
    }
    const language = pickLanguage({
      query: url.searchParams.get('lang'),
      acceptLanguage: request.headers['accept-language'],
      fallback: 'en',
    });
    const pages = gallery(language, (name) => `/${name}${url.search}`);
    const page = pages.get(url.pathname.slice(1));
    const list = [...pages.keys()].map((name) => `<li><a href="/${name}">${name}</a> · <a href="/${name}?lang=ru">ru</a>`);
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(page ?? `<!doctype html><title>Pages</title><ul>${list.join('')}</ul>`);
  });
}

if (process.argv[1] === import.meta.filename) {
  const server = preview().listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/`);
  });
}
