import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpuMsOf } from '../town.mjs';

const times = 2_000;
const atOnce = 8;
const file = (name) => new URL(`../${name}`, import.meta.url).pathname;
const many = (deed) => Promise.all(Array.from({ length: atOnce }, async () => {
  for (let index = 0; index < times / atOnce; index += 1) await deed();
}));

/**
 * What a login of so many requests can't cost less than, whoever writes it: bare routes, the bare protocol, a bare job, a bare
 * request to the provider, bare statements. No page is drawn, nothing is checked, signed, counted, logged or remembered.
 *
 * @returns ms of CPU of one process, part by part
 */
export async function floor(env, { requests, statements }) {
  const protocolRequests = 4;
  return {
    route: (await bareRoute(env)) * (requests - protocolRequests),
    protocol: await barePart(env, 'protocol', protocolFlow),
    job: await barePart(env, 'job'),
    request: await barePart(env, 'request'),
    statements: (await barePart(env, 'statement')) * statements,
  };
}

/** Fastify, a form, one command of Redis. */
async function bareRoute(env) {
  const port = Number(env.BLITZ_PORT) + 1;
  const bare = fork(file('bare-route.mjs'), { env: { ...env, PORT: String(port) } });
  await once(bare, 'message');
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/enter`, { method: 'POST', body: new URLSearchParams({ code: '1111' }) });
    await answer.arrayBuffer();
  };
  try {
    await many(ask);
    const before = cpuMsOf(bare.pid);
    await many(ask);
    return (cpuMsOf(bare.pid) - before) / times;
  } finally {
    bare.kill('SIGTERM');
  }
}

/** @param flow what the parent does for one of them; by default the part does it itself */
async function barePart(env, name, flow) {
  const child = fork(file('bare-parts.mjs'), { env: { ...env, NODE_NO_WARNINGS: '1' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ask = async (...message) => {
    child.send(message);
    return (await once(child, 'message'))[0].answer;
  };
  try {
    await once(child, 'message');
    const origin = await ask('start', name);
    const run = flow === undefined ? () => ask('do', times) : () => many(() => flow(origin));
    await run();
    const before = await ask('cpuMs');
    await run();
    const after = await ask('cpuMs');
    await ask('stop');
    return (after - before) / times;
  } finally {
    child.kill('SIGTERM');
  }
}

/** Authorization, a page of nothing, the way back, a token: four requests. */
async function protocolFlow(origin) {
  const redirect = 'http://application.test/callback';
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const cookies = new Map();
  const query = { client_id: 'bench', response_type: 'code', redirect_uri: redirect, scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256' };
  let url = `${origin}/auth?${new URLSearchParams(query)}`;
  while (!url.startsWith(redirect)) {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    await answer.arrayBuffer();
    for (const line of answer.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(key, value);
    }
    url = new URL(answer.headers.get('location') ?? '/none', url).href;
    if (url.endsWith('/none')) throw new Error(`the bare protocol answered ${answer.status}`);
  }
  const fields = { grant_type: 'authorization_code', code: new URL(url).searchParams.get('code') ?? '', redirect_uri: redirect, code_verifier: verifier };
  const headers = { authorization: `Basic ${Buffer.from('bench:secret').toString('base64')}` };
  const answer = await fetch(`${origin}/token`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(`no token: ${await answer.text()}`);
  await answer.arrayBuffer();
}
