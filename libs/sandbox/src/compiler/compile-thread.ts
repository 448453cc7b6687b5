import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { declarations } from '@blitz/procedures';
import type { Compiler } from '@blitz/procedures';

export type Read = Awaited<ReturnType<Compiler['compile']>>;
export type Broken = 'too_long' | 'too_much_memory' | 'broke';

export interface CompileLimits {
  readonly limitMs: number;
  readonly memoryMb: number;
}

/** The compiler has to be read from disk and warmed up; that is no fault of the source. */
const startMs = 60_000;

/** The same file from `src/compiler` and from `dist/compiler`. */
const script = fileURLToPath(new URL('../../worker/compile-worker.mjs', import.meta.url));

/** A thread that reads one source at a time. After it answered `Broken` it is of no more use. */
export class CompileThread {
  readonly #limitMs: number;
  readonly #worker: Worker;
  readonly #started: Promise<readonly unknown[]>;
  /** Ended by whoever: by itself, or by `end` while it read. */
  readonly #gone: Promise<Broken>;
  #isAlive = true;

  constructor({ limitMs, memoryMb }: CompileLimits) {
    this.#limitMs = limitMs;
    this.#worker = new Worker(script, {
      workerData: { declarations: declarations() },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      execArgv: [],
      // Nothing of the service's environment, secrets least of all, is where sources are read.
      env: {},
    });
    this.#started = once(this.#worker, 'message');
    this.#started.catch(() => undefined);
    this.#gone = new Promise((resolve) => {
      this.#worker.on('error', (error: { readonly code?: unknown }) => {
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_much_memory' : 'broke');
      });
      this.#worker.on('exit', () => {
        this.#isAlive = false;
        resolve('broke');
      });
    });
    this.#worker.unref();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  async read(source: string): Promise<Read | Broken> {
    this.#worker.ref();
    try {
      const started = await this.#within(startMs, this.#started);
      if (typeof started === 'string') return started === 'too_long' ? 'broke' : started;
      const answer = once(this.#worker, 'message');
      this.#worker.postMessage(source);
      const read = await this.#within(this.#limitMs, answer);
      return typeof read === 'string' ? read : (read[0] as Read);
    } catch {
      return await this.#gone;
    } finally {
      this.#worker.unref();
    }
  }

  async end(): Promise<void> {
    this.#isAlive = false;
    await this.#worker.terminate();
  }

  async #within<T>(ms: number, promise: Promise<T>): Promise<T | Broken> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Broken>((resolve) => { timer = setTimeout(() => resolve('too_long'), ms); });
    return Promise.race([promise, late, this.#gone]).finally(() => clearTimeout(timer));
  }
}
