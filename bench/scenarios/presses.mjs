import { Queue, Worker } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from '../crowd.mjs';
import { median, quantile } from '../statistics.mjs';

const perSec = 50;
const presses_ = 600;
const runs = 3;

/** From the press to the provider's door, at 50 presses a second, over what BullMQ alone takes from add to start. */
export async function presses(town) {
  const crowd = new Crowd(town.env);
  const idp = await town.startIdp();
  const over = { p50: [], p99: [] };
  const seen = [];
  try {
    for (let run = 0; run <= runs; run += 1) {
      const people = await crowd.waiting(presses_);
      const floor = await bareQueue(town.env.BLITZ_REDIS_URL, people.length);
      const ours = await pressed(town, people);
      if (run === 0) continue;
      over.p50.push(quantile(ours, 0.5) - quantile(floor, 0.5));
      over.p99.push(quantile(ours, 0.99) - quantile(floor, 0.99));
      seen.push([quantile(ours, 0.5), quantile(ours, 0.99), quantile(floor, 0.5), quantile(floor, 0.99)]);
    }
  } finally {
    await idp.stop();
    crowd.close();
  }
  const name = 'press → request at the provider, 50 calls/s offered';
  const note = seen.map((each) => `ours p50 ${each[0].toFixed(1)} p99 ${each[1].toFixed(1)}, BullMQ alone p50 ${each[2].toFixed(1)} p99 ${each[3].toFixed(1)} ms`).join('; ');
  const [p50, p99] = [median(over.p50), median(over.p99)];
  return [
    { name: `${name}: p50`, value: p50, unit: 'ms over BullMQ', target: '≤ 5 ms', ok: p50 <= 5, note },
    { name: `${name}: p99`, value: p99, unit: 'ms over BullMQ', target: '≤ 50 ms', ok: p99 <= 50 },
  ];
}

async function pressed({ base, provider }, people) {
  const took = [];
  const waiting = [];
  await steadily(people, (person) => {
    waiting.push(press(base, provider, person).then((ms) => took.push(ms)));
  });
  await Promise.all(waiting);
  return took;
}

async function press(base, provider, { bo, csrf, cookie }) {
  const began = performance.now();
  const answer = await fetch(`${base}/blitz/login/method/flashCall?${new URLSearchParams({ bo })}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrf, press: '1' }),
  });
  await answer.arrayBuffer();
  const ticket = answer.headers.getSetCookie().find((line) => line.startsWith('blitz_login=')) ?? '';
  const id = ticket.split('.')[2];
  if (answer.status !== 303 || !id) throw new Error(`the press was answered with ${answer.status}`);
  for (let tries = 0; tries < 500; tries += 1) {
    const at = provider.asked.get(id);
    if (at !== undefined) return at - began;
    await sleep(10);
  }
  throw new Error('the provider was not asked');
}

async function bareQueue(url, count) {
  const { hostname, port, password } = new URL(url);
  const connection = { host: hostname, port: Number(port), password, maxRetriesPerRequest: null };
  const queue = new Queue('bare', { connection, prefix: '{bench}' });
  const started = new Map();
  const worker = new Worker('bare', async ({ data }) => void started.set(data.id, performance.now()), { connection, prefix: '{bench}', concurrency: 256 });
  await worker.waitUntilReady();
  const added = new Map();
  await steadily(Array.from({ length: count }, (_, index) => index), (index) => {
    added.set(index, performance.now());
    void queue.add('bare', { id: index }, { removeOnComplete: true });
  });
  while (started.size < count) await sleep(20);
  await worker.close();
  await queue.close();
  return [...started].map(([id, at]) => at - added.get(id));
}

/** One each 20 ms, whatever became of those before. */
async function steadily(list, deed) {
  const began = performance.now();
  for (const [index, each] of list.entries()) {
    const due = began + (index * 1000) / perSec;
    if (due > performance.now()) await sleep(due - performance.now());
    deed(each);
  }
}
