import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleOf } from '../tools/setup/bundle.mjs';
import { startSharedStores } from '@blitz/testing';

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const secret = () => randomBytes(32).toString('base64');

async function freePort() {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A provider that notes when it was asked, and answers after `answerMs`. */
async function startProvider() {
  const asked = new Map();
  const provider = { asked, answerMs: 0 };
  const server = createServer((request, response) => {
    const at = performance.now();
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.set(JSON.parse(body).id, at);
      const answer = () => response.setHeader('content-type', 'application/json').end('{"SenderID":"79161230042"}');
      if (provider.answerMs === 0) answer();
      else setTimeout(answer, provider.answerMs);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  Object.assign(provider, { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
  return provider;
}

/** Stores, a provider, and blitz-idp as a process of its own, as many times as a scenario wants. */
export async function benchTown() {
  const [stores, provider, port] = await Promise.all([startSharedStores(), startProvider(), freePort()]);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    BLITZ_PORT: String(port),
    BLITZ_PUBLIC_URL: `http://localhost:${port}/blitz`,
    BLITZ_DATABASE_URL: stores.databaseUrl,
    BLITZ_REDIS_URL: stores.redisUrl,
    BLITZ_MASTER_KEY: secret(),
    BLITZ_SECRET: secret(),
    BLITZ_EGRESS_HTTP: new URL(provider.url).host,
    BLITZ_EGRESS_ADDRESSES: '127.0.0.1',
    BENCH_PROVIDER_URL: provider.url,
    BLITZ_CONFIG: path('bench/blitz.conf'),
  };
  await finished(spawn(process.execPath, [path('apps/blitz-idp/dist/migrate.js')], { env, stdio: 'inherit' }));
  const seeding = spawn(process.execPath, [path('apps/blitz-idp/dist/seed-demo.js')], { env, stdio: ['pipe', 'inherit', 'inherit'] });
  seeding.stdin.end(JSON.stringify({ accounts: [], clients: [], simulator: { url: provider.url, token: 'bench' } }));
  await finished(seeding);
  return {
    env,
    provider,
    base: `http://127.0.0.1:${port}`,
    /** @returns the process, its time to ready in ms, and how to end it */
    async startIdp(more = {}) {
      const began = performance.now();
      const child = spawn(process.execPath, [bundleOf('apps/blitz-idp')], { env: { ...env, ...more }, stdio: ['ignore', 'ignore', 'inherit'] });
      const ended = finished(child);
      for (;;) {
        if (child.exitCode !== null) throw new Error('blitz-idp did not start');
        if (await isReady(port)) break;
        await sleep(10);
      }
      const readyMs = performance.now() - began;
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      return { pid: child.pid, readyMs, stop };
    },
    async close() {
      provider.close();
      await stores.stop();
    },
  };
}

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/blitz/readyz`)).ok;
  } catch {
    return false;
  }
}

function finished(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}

/** CPU time that a process has used, all its threads, in ms. */
export function cpuMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process in MB. */
export function residentMbOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
