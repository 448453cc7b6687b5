import { setTimeout as sleep } from 'node:timers/promises';
import { ChallengeIds } from '@blitz/factors';
import { deriveKey } from '@blitz/kernel';
import { BullMqCallQueue } from '@blitz/telephony';
import { Crowd, limits } from '../crowd.mjs';
import { median, quantile } from '../statistics.mjs';

const perSec = 200;
const calls_ = 2_000;
const runs = 3;
const answerMs = 1_000;

/** Calls through one dialler whose provider takes a second for each: none may be lost, and none may wait for the others. */
export async function calls(town) {
  const crowd = new Crowd(town.env);
  const url = new URL(town.env.BLITZ_REDIS_URL);
  const queue = new BullMqCallQueue({ host: url.hostname, port: Number(url.port), password: url.password });
  const dialler = await town.startIdp({ BLITZ_ROLES: 'dialler' });
  const [waits, lost] = [[], []];
  town.provider.answerMs = answerMs;
  try {
    for (let run = 0; run <= runs; run += 1) {
      const seen = await offered(town, crowd, queue, run === 0 ? perSec : calls_);
      if (run === 0) continue;
      waits.push(quantile(seen.waits, 0.99));
      lost.push(seen.lost);
    }
  } finally {
    town.provider.answerMs = 0;
    await dialler.stop();
    await queue.close();
    crowd.close();
  }
  const name = `${perSec} calls/s through one dialler, the provider answers in 1 s`;
  const [wait, gone] = [median(waits), lost.reduce((sum, each) => sum + each, 0)];
  const note = `from the queue to the provider's door, the procedure's first run included; ${runs} × ${calls_} calls`;
  return [
    { name: `${name}: lost`, value: gone, unit: 'calls', target: '0', ok: gone === 0 },
    { name: `${name}: queue wait p99`, value: wait, unit: 'ms', target: '≤ 100 ms', ok: wait <= 100, note },
  ];
}

async function offered({ env, provider }, crowd, queue, count) {
  const settings = { phoneAttribute: () => 'phone_number', defaultCountry: () => 'RU' };
  const ids = new ChallengeIds(deriveKey(Buffer.from(env.BLITZ_SECRET, 'base64'), 'challenge names'), settings);
  const people = await crowd.waiting(count);
  const added = [];
  const adding = [];
  const began = performance.now();
  for (const [index, { sub, login, phone }] of people.entries()) {
    const due = began + (index * 1000) / perSec;
    if (due > performance.now()) await sleep(due - performance.now());
    const id = ids.next({ sub, attributes: { phone_number: phone } });
    const deed = async () => {
      await crowd.challenges.call({ sub, login }, 1, id, Date.now(), limits);
      added.push({ id, sub, at: performance.now() });
      await queue.add(id, '');
    };
    adding.push(deed());
  }
  await Promise.all(adding);
  await sleep(answerMs + 3_000);
  const waits = added.map(({ id, sub, at }) => (provider.asked.get(id.slice(sub.length + 1)) ?? Number.POSITIVE_INFINITY) - at);
  const standings = await Promise.all(added.map(({ sub }) => crowd.challenges.look(sub)));
  return { waits, lost: standings.filter(({ challenge }) => challenge?.state !== 'awaiting').length };
}
