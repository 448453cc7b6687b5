import { Sandbox, prelude } from '@blitz/procedures';
import type { Ran, Run } from '@blitz/procedures';
import { Lane } from './lane.ts';
import { Lanes } from './lanes.ts';
import { Masked } from './masked.ts';
import { ProgramStanding } from './program-standing.ts';
import { readRan } from './read-ran.ts';
import { SandboxThread, compiledEngine } from './sandbox-thread.ts';
import type { ThreadAnswer } from './sandbox-thread.ts';

export interface QuickJsSandboxOptions {
  /** The most threads at a time. With one, a harmful procedure makes the others wait; with two or more it does not. */
  readonly workers?: number;
  /** The most runs that wait for a thread; programs that did harm get half of it. */
  readonly queue?: number;
  /** After so long without work a thread ends, and with it its memory. */
  readonly idleMs?: number;
  /** The second line behind the 100 ms that the machine counts itself: what does not look at the clock is ended with its thread. */
  readonly answerMs?: number;
}

/** Procedures in QuickJS, in WebAssembly, in worker threads. Nothing is started before the first run. */
export class QuickJsSandbox extends Sandbox {
  readonly #standing = new ProgramStanding();
  readonly #lanes: Lanes;
  readonly #own: readonly Lane[];
  readonly #queue: number;
  #engine: Promise<WebAssembly.Module> | undefined;

  constructor({ workers = 2, queue = 500, idleMs = 300_000, answerMs = 500 }: QuickJsSandboxOptions = {}) {
    super();
    this.#queue = queue;
    const start = async () => SandboxThread.start(await this.#compiled(), prelude());
    this.#own = Array.from({ length: Math.max(1, workers) }, () => new Lane(start, idleMs, answerMs));
    this.#lanes = new Lanes(this.#own, (id) => this.#standing.of(id));
  }

  /** How many threads there are right now. */
  get threads(): number {
    return this.#own.filter((lane) => lane.hasThread).length;
  }

  async run(run: Run): Promise<Ran> {
    if (this.#isFull(run.program.id)) return broke('Too many procedures wait to be run.');
    try {
      const ran = await this.#twiceIfLate(run);
      this.#remember(run.program.id, ran);
      return ran;
    } catch (error) {
      return broke(`The sandbox could not run the procedure: ${error instanceof Error ? error.name : typeof error}.`);
    }
  }

  close(): void {
    this.#lanes.close();
  }

  /** Once for all threads; what failed is tried again by the next. */
  async #compiled(): Promise<WebAssembly.Module> {
    try {
      return await (this.#engine ??= compiledEngine());
    } catch (error) {
      this.#engine = undefined;
      throw error;
    }
  }

  /**
   * A run changes nothing outside, so it may be repeated: on a busy machine a program that did little can be late, and a person's
   * call would fail for it. A program that did harm before gets no second chance.
   */
  async #twiceIfLate(run: Run): Promise<Ran> {
    const isKnownAsHarmful = this.#standing.of(run.program.id) === 'harmful';
    const first = await this.#once(run);
    return first.kind === 'fault' && first.fault === 'too_long' && !isKnownAsHarmful ? this.#once(run) : first;
  }

  async #once(run: Run): Promise<Ran> {
    return readRan(await this.#answer(run), masksOf(run));
  }

  #answer({ program, entryPoint, obj, result, secrets, now }: Run): Promise<ThreadAnswer> {
    const input = JSON.stringify({ obj, result, now });
    const run = { id: program.id, javascript: program.javascript, entryPoint, input, secrets };
    return new Promise((done, failed) => this.#lanes.add({ run, done, failed }));
  }

  #isFull(programId: string): boolean {
    if (this.#lanes.waiting >= this.#queue) return true;
    return this.#standing.of(programId) === 'harmful' && this.#lanes.harmfulWaiting >= this.#queue / 2;
  }

  #remember(programId: string, ran: Ran): void {
    const did = ran.kind === 'fault' && ['too_long', 'too_much_memory', 'sandbox_broke'].includes(ran.fault) ? 'didHarm' : 'didWell';
    this.#standing[did](programId);
  }
}

const broke = (message: string): Ran => ({ kind: 'fault', fault: 'sandbox_broke', message, logs: [] });

/** A code may be as short as three digits, which no rule about digits would find. */
function masksOf({ secrets, obj }: Run): Masked {
  return new Masked(secrets, ['code', 'typed', 'phone_number'].map((key) => obj[key]).filter((value) => typeof value === 'string'));
}
