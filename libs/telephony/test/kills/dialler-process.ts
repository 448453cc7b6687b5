import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CallView, Standing } from '@blitz/factors';
import type { DiallerReport } from '@blitz/telephony';

/** What is asked of a copy of the service; see dialler-process.mjs. */
export interface Deeds {
  readonly dial: { readonly words: object; readonly said: null };
  readonly stop: { readonly words: object; readonly said: null };
  /** The age of its oldest job; fails while the queue is out of reach. */
  readonly queue: { readonly words: object; readonly said: number };
  readonly login: { readonly words: Person; readonly said: null };
  readonly press: { readonly words: Person & { readonly number: number }; readonly said: Pressed };
  readonly look: { readonly words: Person; readonly said: { readonly standing: Standing; readonly view: CallView } };
  readonly enter: { readonly words: Person & { readonly id: string; readonly code: string }; readonly said: string };
}

export interface Person {
  readonly sub: string;
  readonly login: string;
  /** By how many milliseconds this person's time is ahead of the machine's. */
  readonly ahead?: number;
}

export interface Pressed {
  readonly verdict: string;
  readonly challengeId: string;
}

/** They start sooner and compute the same: a process that lives for seconds earns back no optimisation. */
const v8 = ['--liftoff-only', '--max-lazy', '--no-opt'];

type Line = { readonly re?: number; readonly said?: unknown; readonly failed?: string; readonly ready?: true } & Partial<DiallerReport>;

/** A copy of the service in a process of its own, which may be killed or frozen at any moment. */
export class DiallerProcess {
  /** What its dialler was done with. */
  readonly reports: Partial<DiallerReport>[] = [];
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (line: Line) => void>();
  readonly #gone: Promise<unknown>;
  #asked = 0;

  private constructor(process: ChildProcess, ready: () => void) {
    this.#process = process;
    this.#gone = once(process, 'exit').then(() => {
      for (const answered of this.#waiting.values()) answered({ failed: 'the process is gone' });
      ready();
    });
    process.stdin?.on('error', () => undefined);
    if (process.stdout === null) throw new Error('a dialler has no output');
    createInterface({ input: process.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if (line.ready) ready();
      else if (line.re === undefined) this.reports.push(line);
      else this.#waiting.get(line.re)?.(line);
    });
  }

  /** Resolves when it has loaded all it needs and reached Redis; it takes no calls before it is told to dial. */
  static async starts(script: string, redisUrl: string, providerUrl: string): Promise<DiallerProcess> {
    const process = spawn(globalThis.process.execPath, [...v8, script, redisUrl, providerUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
    return new Promise((resolve) => {
      const dialler: DiallerProcess = new DiallerProcess(process, () => resolve(dialler));
    });
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async asks<Deed extends keyof Deeds>(deed: Deed, words: Deeds[Deed]['words']): Promise<Deeds[Deed]['said']> {
    const re = (this.#asked += 1);
    const answered = new Promise<Line>((resolve) => this.#waiting.set(re, resolve));
    this.#process.stdin?.write(`${JSON.stringify({ re, deed, ...words })}\n`);
    const { said, failed } = this.running ? await answered : { said: undefined, failed: 'the process is gone' };
    this.#waiting.delete(re);
    if (failed !== undefined) throw new Error(`${deed}: ${failed}`);
    return said as Deeds[Deed]['said'];
  }

  /** As machines die: no chance to tell anybody. */
  async killed(): Promise<void> {
    if (this.running) this.#process.kill('SIGKILL');
    await this.#gone;
  }

  /** As a machine that is out of memory or moved to another host: it stands still and does not know. */
  frozen(): void {
    this.#process.kill('SIGSTOP');
  }

  thaws(): void {
    this.#process.kill('SIGCONT');
  }
}
