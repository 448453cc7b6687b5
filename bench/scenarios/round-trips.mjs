import { Redis } from 'ioredis';
import { Crowd } from '../crowd.mjs';

/** Counts what blitz-idp sends to Redis while entries are made; what scripts do inside Redis is no round trip. */
export async function roundTrips(town) {
  const crowd = new Crowd(town.env);
  const idp = await town.startIdp();
  const redis = new Redis(town.env.BLITZ_REDIS_URL);
  const watcher = await redis.monitor();
  const people = [];
  for (let index = 0; index < 100; index += 1) people.push(await crowd.called());
  const send = async ({ path, ...init }) => (await fetch(town.base + path, { ...init, redirect: 'manual' })).arrayBuffer();
  await send(crowd.entriesOf(people[0])[0]);
  const commands = [];
  // A right entry is counted in the ledger after its answer: nobody waits for that.
  let counting = 0;
  watcher.on('monitor', (_time, args, source) => {
    const text = JSON.stringify(args);
    if (source === 'lua' || !text.includes('{')) return;
    if (/blitz:ledger:|:completed:/.test(text)) counting += 1;
    else commands.push(args[0]);
  });
  let count = 0;
  for (const person of people.slice(1)) {
    for (const entry of crowd.entriesOf(person)) {
      await send(entry);
      count += 1;
    }
  }
  const mine = commands.filter((name) => !['bzpopmin', 'BZPOPMIN', 'bzpopmax'].includes(name)).length;
  watcher.disconnect();
  redis.disconnect();
  await idp.stop();
  crowd.close();
  const value = mine / count;
  return [{ name: 'Redis round trips per entry', value, unit: '', target: '1', ok: Math.abs(value - 1) < 0.02, note: `${mine} commands for ${count} entries, the dialler's waiting left out, and ${counting} of the ledger after right entries` }];
}
