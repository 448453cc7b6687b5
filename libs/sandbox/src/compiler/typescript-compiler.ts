import { Compiler } from '@blitz/procedures';
import { CompileThread } from './compile-thread.ts';
import type { Broken, Read } from './compile-thread.ts';
import { unreadableText } from './unreadable-text.ts';

export interface TypeScriptCompilerOptions {
  /** Longest time for one source. */
  readonly limitMs?: number;
  readonly memoryMb?: number;
  /** How long the thread is kept warm for the next source. */
  readonly idleMs?: number;
}

/**
 * Strict TypeScript in a thread of its own: nothing is spawned before the first source, sources are read one after another, and
 * a thread that a source broke is thrown away.
 */
export class TypeScriptCompiler extends Compiler {
  readonly #options: Required<TypeScriptCompilerOptions>;
  #thread: CompileThread | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor({ limitMs = 10_000, memoryMb = 256, idleMs = 60_000 }: TypeScriptCompilerOptions = {}) {
    super();
    this.#options = { limitMs, memoryMb, idleMs };
  }

  override async compile(source: string): Promise<Read> {
    const problem = unreadableText(source);
    if (problem !== undefined) return { problems: [problem] };
    const read = this.#last.then(() => this.#read(source));
    this.#last = read;
    return read;
  }

  /** Ends the thread, whatever it reads. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    // Before it has ended: who comes meanwhile gets another one.
    this.#thread = undefined;
    await thread?.end();
  }

  async #read(source: string): Promise<Read> {
    clearTimeout(this.#idle);
    try {
      if (this.#thread?.isAlive !== true) this.#thread = new CompileThread(this.#options);
      const read = await this.#thread.read(source);
      if (typeof read !== 'string') return read;
      await this.close();
      return { problems: [{ line: 1, column: 1, message: this.#words(read) }] };
    } catch {
      return { problems: [{ line: 1, column: 1, message: this.#words('broke') }] };
    } finally {
      this.#idle = setTimeout(() => void this.close(), this.#options.idleMs).unref();
    }
  }

  #words(broken: Broken): string {
    const { limitMs, memoryMb } = this.#options;
    switch (broken) {
      case 'too_long':
        return `The source could not be read within ${limitMs / 1000} s.`;
      case 'too_much_memory':
        return `The source could not be read with ${memoryMb} MiB of memory.`;
      case 'broke':
        return 'The source could not be read: the compiler stopped. Try again.';
    }
  }
}
