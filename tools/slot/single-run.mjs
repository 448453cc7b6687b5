import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One owner at a time: a lock file with the owner's process number. A lock whose owner is gone is taken over, so that a killed
 * run stands in nobody's way. Returns the deed that gives it back, or the number of the process that has it.
 */
export function takeLock(folder, name = 'lock') {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const mine = `${process.pid} ${bornAt(process.pid)}`;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let tried = 0; tried < 10; tried += 1) {
      // A link is made only if nothing is there: two starts in the same moment can't both succeed.
      if (linked(draft, file)) return { release: () => releaseIfMine(file, mine) };
      const owner = livingOwner(file);
      if (owner !== undefined) return { owner };
      putAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`the lock ${file} can't be taken`);
}

/** The same, for what must wait its turn instead of giving up. */
export async function withLock(folder, name, waiting, deed) {
  let said = false;
  for (;;) {
    const lock = takeLock(folder, name);
    if (lock.release !== undefined) {
      try {
        return await deed();
      } finally {
        lock.release();
      }
    }
    if (!said) waiting(lock.owner);
    said = true;
    await pause(300);
  }
}

/** The process that runs in the folder, if one does. */
export function ownerOf(folder, name = 'lock') {
  return livingOwner(join(folder, name));
}

function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Its number alone may by now be another process's: it must also have been born when the lock says. */
function livingOwner(file) {
  const [pid, born] = read(file).split(' ');
  if (!(Number(pid) > 0) || Number(pid) === process.pid) return undefined;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code === 'ESRCH') return undefined;
  }
  return bornAt(pid) === (born ?? '') ? Number(pid) : undefined;
}

/** In clock ticks since the machine started; empty where there is no /proc. */
function bornAt(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function putAside(file) {
  const aside = `${file}.stale.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else put it aside first.
  }
}

function releaseIfMine(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
