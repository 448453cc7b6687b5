import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { median } from '../statistics.mjs';
import { cpuMsOf } from '../town.mjs';
import { code } from '../crowd.mjs';
import { floor } from './floor.mjs';

/** Until the compiler has little left to do: a service runs for weeks. */
const warmUp = 1_000;
const logins = 150;
const runs = 3;
/** Reads of accounts and passwords that no login can do without: who logs in, the hash, and once for each later step that acts. */
const statements = 5;
/** People who log in at the same time. */
const atOnce = 8;
const redirect = 'http://application.test/callback';
const password = 'correct horse battery';
/** An account for each login: nobody has to wait for a second call. */
const nameOf = (index) => `bench-cpu-${index}`;

/** What a whole login costs blitz-idp beside the one thing that is meant to be expensive. */
export async function cpu(town) {
  await seed(town.env);
  const idp = await town.startIdp();
  const shares = [];
  let note = '';
  let bare = '';
  try {
    let next = 0;
    const many = async (count) => {
      const last = next + count;
      const one = async () => {
        while (next < last) await login(town, nameOf(next++));
      };
      await Promise.all(Array.from({ length: atOnce }, one));
    };
    await many(warmUp);
    for (let run = 0; run < runs; run += 1) {
      const before = cpuMsOf(idp.pid);
      const began = performance.now();
      await many(logins);
      const idleMs = await idleCpuMs(idp.pid, performance.now() - began);
      const whole = (cpuMsOf(idp.pid) - before - idleMs) / logins;
      const hash = await hashCpuMs();
      shares.push(((whole - hash) / whole) * 100);
      note = `${whole.toFixed(1)} ms of CPU a login, ${hash.toFixed(1)} ms of it the hash`;
    }
    requests = 0;
    await login(town, nameOf(next));
    const parts = Object.entries(await floor(town.env, { requests, statements }));
    const sum = parts.reduce((ms, [, each]) => ms + each, 0);
    bare = `; its bare parts alone ${sum.toFixed(1)} ms (${parts.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ')})`;
  } finally {
    await idp.stop();
  }
  const value = median(shares);
  note += bare;
  return [{ name: 'a whole login (password, call, entry, code, token): CPU outside the password hash', value, unit: '% of it', target: '≤ 20 %', ok: value <= 20, note }];
}

/** The process does a little even when nobody comes; that is not the login's. */
async function idleCpuMs(pid, duringMs) {
  const before = cpuMsOf(pid);
  await sleep(2_000);
  return ((cpuMsOf(pid) - before) / 2_000) * duringMs;
}

/** As many at once as blitz-idp lets run: hashes that share a machine's memory cost more than one alone. */
async function hashCpuMs() {
  const hashes = new Argon2PasswordHashes();
  const hash = await hashes.hash(password);
  const times = 200;
  const before = process.cpuUsage();
  for (let left = times; left > 0; left -= atOnce) await Promise.all(Array.from({ length: atOnce }, () => hashes.check(hash, password)));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

async function seed(env) {
  const accounts = Array.from({ length: warmUp + runs * logins + 1 }, (_, index) => ({
    login: nameOf(index),
    password,
    attributes: { phone_number: `+7916${String(9_000_000 + index)}` },
  }));
  const client = { client_id: 'bench', client_secret: 'bench-secret-of-the-bench', client_name: 'Bench', redirect_uris: [redirect], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] };
  const child = spawn(process.execPath, [new URL('../../apps/blitz-idp/dist/seed-demo.js', import.meta.url).pathname], { env, stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(JSON.stringify({ accounts, clients: [client] }));
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Sent to blitz-idp since it was last set to 0. */
let requests = 0;

/** A person's whole way, page by page, as a browser goes it. */
async function login({ base, provider }, name) {
  const cookies = new Map();
  const origin = base.replace('127.0.0.1', 'localhost');
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({ client_id: 'bench', response_type: 'code', redirect_uri: redirect, scope: 'openid', state: randomUUID(), code_challenge: challenge, code_challenge_method: 'S256' });
  let page = await browse(cookies, `${origin}/blitz/oauth/ae?${query}`);
  page = await submit(cookies, page, '/login/method/password?', { login: name, password });
  page = await submit(cookies, page, '/login/method/flashCall?', {});
  // The person types when the phone has rung; the page knew that by its events.
  const id = (cookies.get('blitz_login') ?? '').split('.')[2];
  while (!provider.asked.has(id)) await sleep(5);
  // Its second run of the procedure may be the first one ever.
  await sleep(200);
  page = await submit(cookies, page, '/login/method/flashCall/code?', { code });
  page = await submit(cookies, page, '/login/ur/askToTrust?', { action: 'do_not_trust' });
  const given = new URL(page.url).searchParams.get('code');
  requests += 1;
  const answer = await fetch(`${origin}/blitz/oauth/te`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('bench:bench-secret-of-the-bench').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: given ?? '', redirect_uri: redirect, code_verifier: verifier }),
  });
  if (!answer.ok) throw new Error(`no token: ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function browse(cookies, url, init = {}) {
  for (;;) {
    requests += 1;
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie, ...init.headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(key);
      else cookies.set(key, value);
    }
    const html = await answer.text();
    const location = answer.headers.get('location');
    if (location === null) return { url, html };
    url = new URL(location, url).href;
    if (url.startsWith(redirect)) return { url, html };
    init = {};
  }
}

function submit(cookies, page, action, fields) {
  const form = page.html.match(new RegExp(`<form[^>]*action="([^"]*${action.replace(/[/?]/g, '\\$&')}[^"]*)"[^>]*>([\\s\\S]*?)</form>`));
  if (form === null) throw new Error(`no form ${action} at ${page.url}: ${page.html.slice(-3000)}`);
  const body = new URLSearchParams(fields);
  for (const [input] of form[2].matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    body.set(/name="([^"]*)"/.exec(input)[1], /value="([^"]*)"/.exec(input)[1]);
  }
  const url = new URL(form[1].replace(/&amp;/g, '&'), page.url).href;
  return browse(cookies, url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
}
