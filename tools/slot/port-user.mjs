import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';

/** "node (process 123)" for whoever listens on the port, or undefined where the system does not tell us. */
export async function portUser(port) {
  const pid = process.platform === 'linux' ? await pidOnLinux(port) : await pidByLsof(port);
  if (pid === undefined) return undefined;
  const name = await programName(pid);
  return name === undefined ? `process ${pid}` : `${name} (process ${pid})`;
}

async function pidOnLinux(port) {
  const inodes = new Set();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      const [, local = '', , state] = fields;
      // 0A is LISTEN; addresses are hexadecimal.
      if (state === '0A' && parseInt(local.split(':')[1] ?? '', 16) === port) inodes.add(`socket:[${fields[9]}]`);
    }
  }
  if (inodes.size === 0) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      if (inodes.has(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''))) return Number(pid);
    }
  }
  return undefined;
}

function pidByLsof(port) {
  return new Promise((resolve) => {
    execFile('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], (error, stdout) => {
      resolve(error === null && stdout.trim() !== '' ? Number(stdout.split('\n')[0]) : undefined);
    });
  });
}

function programName(pid) {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'comm=', '-p', String(pid)], async (error, stdout) => {
      const name = error === null ? stdout.trim() : (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
      resolve(name === '' ? undefined : name);
    });
  });
}
