import type { SourceProblem } from '../compiler.ts';
import type { JsonObject } from '../json.ts';
import type { EntryPoint } from '../program.ts';
import type { Ran, Run, Sandbox } from '../sandbox.ts';
import type { Runnable } from '../store/live-procedures.ts';

/** Words for a call that nobody makes. The number is one that is kept free for examples. */
const words: JsonObject = {
  phone_number: '+79001234567',
  code_length: 4,
  code: '0123',
  random: 0.5,
  request_id: 'rehearsal',
  locale: 'en',
  ip: '192.0.2.1',
  callback_url: 'https://id.example.org/callback',
  typed: '0123',
  call: {},
};

type Answered = NonNullable<Run['result']>;
const answered = (status: number, text: string): Answered => ({ status, headers: {}, text, state: {} });

/** What a provider may answer on a bad day. */
const answers: readonly (Answered | null)[] = [null, answered(200, '{}'), answered(200, 'no JSON'), answered(404, '{}'), answered(500, '')];

/**
 * An answer that lacks what is asked for must throw; that is no fault of the procedure, except before there was any answer. What
 * `check` and `hangUp` find in `call` is known only to the procedure.
 */
const mayThrow = (entryPoint: EntryPoint, result: Answered | null): boolean => result !== null || entryPoint !== 'run';

/**
 * Runs each entry point without making its requests, to find what types can't tell: loops, and answers that are none.
 * @returns the first problem of each entry point
 */
export async function rehearse(sandbox: Sandbox, runnable: Runnable, now: number): Promise<readonly SourceProblem[]> {
  const problems: SourceProblem[] = [];
  for (const entryPoint of runnable.program.entryPoints) {
    for (const result of entryPoint === 'status' ? answers.slice(1) : answers) {
      const ran = await sandbox.run({ program: runnable.program, entryPoint, obj: words, result, secrets: runnable.secrets, now });
      const problem = problemOf(entryPoint, ran, result);
      if (problem === undefined) continue;
      problems.push(problem);
      break;
    }
  }
  return problems;
}

function problemOf(entryPoint: EntryPoint, ran: Ran, result: Answered | null): SourceProblem | undefined {
  if (ran.kind === 'request' && entryPoint === 'status') {
    return { line: 1, column: 1, message: 'status: this method reads what the provider sent, and can make no request' };
  }
  if (ran.kind !== 'fault' || (ran.fault === 'threw' && mayThrow(entryPoint, result))) return undefined;
  const { line = 1, column = 1, fault, message } = ran;
  return { line, column, message: `${entryPoint}: ${inWords[fault]}${message === '' ? '' : ` (${message})`}` };
}

const inWords = {
  threw: 'it failed before anything was asked',
  too_long: 'it did not end within 100 ms',
  too_much_memory: 'it needs more than 16 MiB of memory',
  no_answer: 'it returned something else than a request, HttpLoop.Ok or HttpLoop.error',
  answer_too_large: 'its answer is too large',
  sandbox_broke: 'it could not be tried; try again',
} as const;
