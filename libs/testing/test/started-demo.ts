import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

export interface Ready {
  readonly idp: string;
  readonly console: string;
  readonly recovery: string;
  readonly simulator: string;
  readonly demo: string;
  readonly account: { readonly login: string; readonly password: string; readonly phone: string };
}

/** `npm start` as a person types it, but with its output in our hands. */
export class StartedDemo {
  output = '';
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;

  constructor(folder: string, slot: string, args: readonly string[] = [], nodeArgs: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...nodeArgs, join(folder, 'tools', 'start.mjs'), ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', BLITZ_SLOT: slot },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.on('data', (piece: Buffer) => (this.output += piece.toString()));
    this.ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** What the machine-readable line says; fails if the demo ends before. */
  async ready(): Promise<Ready> {
    for (;;) {
      const line = this.output.split('\n').find((each) => each.startsWith('ready {'));
      if (line !== undefined) return JSON.parse(line.slice('ready '.length)) as Ready;
      if (this.#hasEnded) throw new Error(`npm start ended before it was ready:\n${this.output}`);
      await pause(30);
    }
  }
}

/** Everything that still runs for the checkout: its path stands in each command line or is where the process works. */
export async function processesOf(folder: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = pids.map(async (pid) => {
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
    const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    return `${command} ${place}`.includes(folder) ? `${pid} ${command}` : undefined;
  });
  return (await Promise.all(found)).filter((each) => each !== undefined);
}

export async function nothingRunsFor(folder: string, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const left = await processesOf(folder);
    if (left.length === 0) return;
    if (performance.now() > end) throw new Error(`still running:\n${left.join('\n')}`);
    await pause(50);
  }
}
