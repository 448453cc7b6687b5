import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export type Variables = Readonly<Record<string, string>>;

export interface NodeProgram {
  /** The built file, relative to the repository's root. */
  readonly file: string;
  readonly env: Variables;
  /** Answers 200 as soon as the program can be used. */
  readonly ready: string;
}

const preload = inRoot('tools/demo/end-with-parent.mjs');

/** One of our processes, as it is deployed. It ends when told to, and by itself when we are gone, even if we were killed. */
export class NodeProcess {
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #said = '';

  constructor(readonly program: NodeProgram) {}

  async start(): Promise<void> {
    const { file, env, ready } = this.program;
    const args = ['--enable-source-maps', '--import', preload, inRoot(file)];
    const child = spawn(process.execPath, args, { cwd: inRoot(''), env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', resolve));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (this.#said += piece.toString()));
    const has = { ended: false };
    void this.#ended.then(() => (has.ended = true));
    await until(`${file} is ready`, async () => has.ended || (await fetch(ready)).ok, 60_000);
    if (has.ended) throw new Error(`${file} ended while it started:\n${this.#said.slice(-4_000)}`);
  }

  /** As an orchestrator stops it: asked to, with time to finish. */
  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM');
    const force = setTimeout(() => this.#child?.kill('SIGKILL'), 20_000);
    await this.#ended;
    clearTimeout(force);
  }

  /** All that it wrote to its log. */
  said(): string {
    return this.#said;
  }
}

/** Runs to its end with this on its standard input, and answers what it printed. */
export function runProgram([file = '', ...args]: readonly string[], env: Variables, input = ''): Promise<string> {
  const child = spawn(process.execPath, [inRoot(file), ...args], { cwd: inRoot(''), env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const [printed, complained]: [string[], string[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => printed.push(piece.toString()));
  child.stderr.on('data', (piece: Buffer) => complained.push(piece.toString()));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(printed.join(''));
      else reject(new Error(`${[file, ...args].join(' ')} ended with ${String(code)}:\n${[...printed, ...complained].join('')}`));
    });
  });
}
