import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Crowd } from '../crowd.mjs';
import { median } from '../statistics.mjs';

const people = 600;
const runs = 5;
const connections = 32;
const file = (name) => new URL(`../${name}`, import.meta.url).pathname;

/** Entries over HTTP against a bare route, in turns, so that both meet the same moods of the machine. */
export async function entries(town) {
  const crowd = new Crowd(town.env);
  const idp = await town.startIdp();
  const port = Number(town.env.BLITZ_PORT) + 1;
  const bare = fork(file('bare-route.mjs'), { env: { ...town.env, PORT: String(port) } });
  await once(bare, 'message');
  const rates = { ours: [], bare: [] };
  try {
    for (let run = 0; run <= runs; run += 1) {
      const ours = [];
      for (let index = 0; index < people; index += 1) ours.push(crowd.entriesOf(await crowd.called()));
      // Everybody's first entry, then everybody's second, and so on: right ones come last, as in life.
      const requests = Array.from({ length: 10 }, (_, turn) => ours.map((each) => each[turn])).flat();
      const plain = requests.map(({ headers, body }) => ({ method: 'POST', path: '/enter', headers, body }));
      const [measured, floor] = [await load(town.base, requests), await load(`http://127.0.0.1:${port}`, plain)];
      check(measured.statuses);
      // The first run warms both up.
      if (run > 0) {
        rates.ours.push(measured.perSec);
        rates.bare.push(floor.perSec);
      }
    }
  } finally {
    bare.kill('SIGTERM');
    await idp.stop();
    crowd.close();
  }
  const ratios = rates.ours.map((rate, run) => rate / rates.bare[run]);
  const value = median(ratios);
  const note = `${Math.round(median(rates.ours))} entries/s against ${Math.round(median(rates.bare))} bare requests/s`;
  return [{ name: 'wrong/right entries per second over HTTP, one process, against a bare Fastify route doing one EVALSHA on the same Redis', value, unit: '×', target: '≥ 0.5', ok: value >= 0.5, note }];
}

async function load(base, requests) {
  const child = fork(file('load.mjs'));
  child.send({ base, requests, connections });
  const [result] = await once(child, 'message');
  child.kill();
  return result;
}

/** A fast answer counts only if it is the right one. */
function check(statuses) {
  const right = Object.entries(statuses).filter(([kind]) => kind.startsWith('303') && kind.includes('askToTrust'));
  const wrong = Object.entries(statuses).filter(([kind]) => kind.startsWith('303') && !kind.includes('askToTrust'));
  const count = (found) => found.reduce((sum, [, times]) => sum + times, 0);
  if (count(right) !== people || count(wrong) !== people * 9) throw new Error(`unexpected answers: ${JSON.stringify(statuses)}`);
}
