import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The command line of a running process; empty when there is none with that number, or it is nobody's business of ours. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.replaceAll('\0', ' ');
  }
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', String(pid)], (error, stdout) => resolve(error === null ? stdout : ''));
  });
}
