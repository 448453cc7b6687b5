import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built service as a process of its own, with nothing in its environment but what is given. */
export class Started {
  #out = '';
  #err = '';
  readonly #child;
  readonly ended: Promise<Ended>;

  constructor(variables: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...variables }, stdio: 'pipe' });
    this.#child.stdout.on('data', (chunk: Buffer) => (this.#out += chunk.toString()));
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#err += chunk.toString()));
    this.ended = once(this.#child, 'close').then(() => ({ status: this.#child.exitCode, out: this.#out, err: this.#err }));
  }

  get log(): string {
    return this.#out;
  }

  kill(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void {
    this.#child.kill(signal);
  }

  /** @returns where it listens, as soon as it says so. */
  async address(): Promise<string> {
    for (;;) {
      const found = /"address":"([^"]+)"/.exec(this.#out)?.[1];
      if (found !== undefined) return found;
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
