import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './root.mjs';

const running = new Set();
let stopping = false;

/**
 * Runs a command to its end, in a process group of its own so that it can be ended with all its children. What it prints
 * goes to the file `log`, or where ours goes. A command that fails rejects with the last lines of its log.
 */
export function runCommand(command, args, { cwd = root, env = process.env, log, input, onlyErrors = false } = {}) {
  if (stopping) return Promise.reject(new Error('stopping'));
  const output = log === undefined ? 'inherit' : openLog(log);
  const child = spawn(command, args, { cwd, env, stdio: [input === undefined ? 'ignore' : 'pipe', onlyErrors ? 'ignore' : output, output], detached: true });
  if (typeof output === 'number') closeSync(output);
  running.add(child);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(Object.assign(new Error(failure(command, args, code ?? signal, log)), { status: code ?? 1 }));
    });
  });
}

/** Ends every command of `runCommand`, and lets no new one begin. */
export function endCommands(signal = 'SIGTERM') {
  stopping = true;
  for (const child of running) endGroup(child.pid, signal);
}

export function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Ctrl-C in the terminal reaches only us, because every command is a group of its own: pass it on, then end. */
export function endCommandsOnSignals() {
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(signal, () => {
      endCommands();
      setTimeout(() => {
        endCommands('SIGKILL');
        process.exit(128 + number);
      }, 5_000).unref();
      process.exitCode = 128 + number;
    });
  }
}

export function lastLines(file, count) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'w', 0o600);
}

function failure(command, args, status, log) {
  const said = log === undefined ? '' : `\n${lastLines(log, 30)}\n(all of it: ${log})`;
  return `${[command, ...args].join(' ').slice(0, 200)} ended with ${status}.${said}`;
}
