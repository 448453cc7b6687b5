import type { SandboxThread, ThreadAnswer, ThreadRun } from './sandbox-thread.ts';

/** What a lane needs of a thread. */
type Thread = Pick<SandboxThread, 'alive' | 'run' | 'end'>;

/** One place for a thread: started when there is something to run, ended when there was nothing for a while or when it broke. */
export class Lane {
  readonly #start: () => Promise<Thread>;
  readonly #idleMs: number;
  readonly #answerMs: number;
  #thread: Thread | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(start: () => Promise<Thread>, idleMs: number, answerMs: number) {
    this.#start = start;
    this.#idleMs = idleMs;
    this.#answerMs = answerMs;
  }

  get hasThread(): boolean {
    return this.#thread?.alive === true;
  }

  /** @throws when no thread starts */
  async run(run: ThreadRun): Promise<ThreadAnswer> {
    clearTimeout(this.#idle);
    const thread = await this.#ready();
    const answer = await thread.run(run, this.#answerMs);
    if (this.#closed || isSpent(answer)) this.#end();
    else this.#idle = setTimeout(() => this.#end(), this.#idleMs).unref();
    return answer;
  }

  close(): void {
    this.#closed = true;
    this.#end();
  }

  async #ready(): Promise<Thread> {
    if (this.#thread?.alive !== true) this.#thread = await this.#start();
    if (!this.#closed) return this.#thread;
    this.#end();
    throw new Error('the sandbox is closed');
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#thread?.end();
    this.#thread = undefined;
  }
}

/** Whatever is not a plain word of a machine that is as good as new: it is cheaper to start another than to wonder about this one. */
function isSpent(answer: ThreadAnswer): boolean {
  if (!('said' in answer)) return true;
  const { said } = answer;
  return typeof said !== 'object' || said === null || !('worn' in said) || said.worn !== false;
}
