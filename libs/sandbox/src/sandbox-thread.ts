import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

/** Plain JavaScript beside both `src` and `dist`: a thread is started from a file, whether this one is compiled, bundled or neither. */
const workerFile = new URL('../worker/worker.mjs', import.meta.url);
const engineFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

const START_MS = 10_000;

export interface ThreadRun {
  readonly id: string;
  readonly javascript: string;
  readonly entryPoint: string;
  readonly input: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** `silent`: no answer in time; `died`: the thread ended by itself. What was said is a stranger's word. */
export type ThreadAnswer = { readonly said: unknown } | { readonly silent: true } | { readonly died: string };

/** Compiled once; threads share the code. */
export const compiledEngine = async (): Promise<WebAssembly.Module> => WebAssembly.compile(await readFile(engineFile));

/** A worker thread with one machine in it, for one run at a time. */
export class SandboxThread {
  readonly #worker: Worker;
  #hear: ((answer: ThreadAnswer) => void) | undefined;
  #ended: string | undefined;

  private constructor(wasmModule: WebAssembly.Module, prelude: string) {
    this.#worker = new Worker(workerFile, {
      workerData: { wasmModule, prelude },
      // Nothing of this process: no environment, no flags, no arguments.
      env: {},
      execArgv: [],
      argv: [],
      // What the engine prints may hold what a program wrote; it belongs in no log of ours.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (said: unknown) => this.#tell({ said }));
    this.#worker.on('messageerror', () => this.#die('unreadable message'));
    this.#worker.on('error', (error: unknown) => this.#die(codeOf(error)));
    this.#worker.on('exit', () => this.#die('exit'));
  }

  /** @throws when it does not start */
  static async start(wasmModule: WebAssembly.Module, prelude: string): Promise<SandboxThread> {
    const thread = new SandboxThread(wasmModule, prelude);
    const answer = await thread.#listen(START_MS);
    if ('said' in answer && answer.said === 'ready') return thread;
    thread.end();
    throw new Error(`the thread did not start: ${'died' in answer ? answer.died : 'it did not say that it is ready'}`);
  }

  get alive(): boolean {
    return this.#ended === undefined;
  }

  /** Never throws but for what can't be sent to a thread. */
  run(run: ThreadRun, answerMs: number): Promise<ThreadAnswer> {
    if (this.#ended !== undefined) return Promise.resolve({ died: this.#ended });
    const answer = this.#listen(answerMs);
    this.#worker.postMessage(run);
    return answer;
  }

  end(): void {
    this.#die('ended');
    void this.#worker.terminate();
  }

  /** The process lives while it waits for an answer, and is not kept alive by a thread that waits for work. */
  #listen(mostMs: number): Promise<ThreadAnswer> {
    this.#worker.ref();
    return new Promise((resolve) => {
      // After a stall of this process the answer is heard first: since libuv 1.45 messages come before timers that are due.
      const timer = setTimeout(() => this.#tell({ silent: true }), mostMs);
      this.#hear = (answer) => {
        clearTimeout(timer);
        this.#worker.unref();
        resolve(answer);
      };
    });
  }

  #tell(answer: ThreadAnswer): void {
    const hear = this.#hear;
    this.#hear = undefined;
    hear?.(answer);
  }

  #die(how: string): void {
    this.#ended ??= how;
    this.#tell({ died: how });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'error';
