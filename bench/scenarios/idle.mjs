import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../statistics.mjs';
import { residentMbOf } from '../town.mjs';

const runs = 5;

/** What blitz-idp costs before anybody comes. */
export async function idle(town) {
  const [ready, memory] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const idp = await town.startIdp();
    ready.push(idp.readyMs / 1000);
    await sleep(5_000);
    memory.push(residentMbOf(idp.pid));
    await idp.stop();
  }
  const [sec, mb] = [median(ready), median(memory)];
  return [
    { name: 'idle memory of blitz-idp; time from process start to ready: memory', value: mb, unit: 'MB', target: '≤ 160 MB', ok: mb <= 160 },
    { name: 'idle memory of blitz-idp; time from process start to ready: time', value: sec, unit: 's', target: '≤ 1.5 s', ok: sec <= 1.5 },
  ];
}
