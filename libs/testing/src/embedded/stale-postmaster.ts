import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf } from './command-of.ts';

const pollMs = 50;

/**
 * A killed run leaves `postmaster.pid` behind. PostgreSQL forgives that by itself, unless its old number now belongs to
 * another process, as it soon does in containers. And while the server of a killed run still stops, it is waited for.
 */
export async function clearStalePostmaster(data: string, patienceMs = 15_000): Promise<void> {
  const file = join(data, 'postmaster.pid');
  for (let waited = 0; waited <= patienceMs; waited += pollMs) {
    const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
    if (!(pid > 0)) return;
    if (!(await commandOf(pid)).includes(data)) {
      await rm(file, { force: true });
      return;
    }
    await pause(pollMs);
  }
  throw new Error(`PostgreSQL already runs on ${data}: stop the process named in its first line, ${file}`);
}
