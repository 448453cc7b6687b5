/**
 * What a login can't cost less than: the parts that it is made of, each alone in this process with nothing of ours around it.
 * Started, done and measured by messages.
 */
import axios from 'axios';
import { Queue, Worker } from 'bullmq';
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { DataSource } from 'typeorm';

const { hostname, port, password } = new URL(process.env.BLITZ_REDIS_URL);
const connection = { host: hostname, port: Number(port), password, maxRetriesPerRequest: null };
const redirect = 'http://application.test/callback';

/** oidc-provider with its own store in memory: authorization, a page of nothing, the way back, a token. The parent is the browser. */
async function protocol() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${server.address().port}`;
  const provider = new Provider(origin, {
    clients: [{ client_id: 'bench', client_secret: 'secret', redirect_uris: [redirect] }],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/in/${uid}` },
    cookies: { keys: ['bench'] },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: 'bench' });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/in/')) return answer(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: 'ada' } });
  });
  return { origin, stop: () => server.close() };
}

/** A job with nothing in it, added and done. */
async function job() {
  const queue = new Queue('parts', { connection, prefix: '{bench}' });
  const waiting = new Map();
  const worker = new Worker('parts', async ({ data }) => waiting.get(data.id)(), { connection, prefix: '{bench}', concurrency: 256 });
  await worker.waitUntilReady();
  let last = 0;
  return {
    once: () =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, resolve);
        queue.add('parts', { id: last }, { removeOnComplete: true }).catch(reject);
      }),
    stop: () => Promise.all([worker.close(), queue.close()]),
  };
}

/** A request to the provider, which is the parent's. */
async function request() {
  const http = axios.create({ maxRedirects: 0, proxy: false, responseType: 'text' });
  return { once: () => http.post(process.env.BENCH_PROVIDER_URL, { id: 'parts', dst_number: '9160000000' }), stop: () => undefined };
}

/** An account read. */
async function statement() {
  const database = await new DataSource({ type: 'postgres', url: process.env.BLITZ_DATABASE_URL }).initialize();
  const text = 'SELECT sub, login, attributes FROM accounts WHERE login = $1';
  return { once: () => database.query(text, ['bench-cpu-1']), stop: () => database.destroy() };
}

const parts = { protocol, job, request, statement };
let running;
const deeds = {
  start: async (name) => {
    running = await parts[name]();
    return running.origin;
  },
  do: async (times) => {
    for (let left = times; left > 0; left -= 8) await Promise.all(Array.from({ length: 8 }, running.once));
  },
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  stop: () => running.stop(),
};
process.on('message', async ([deed, value]) => process.send({ answer: await deeds[deed](value) }));
process.send({ answer: 'ready' });
