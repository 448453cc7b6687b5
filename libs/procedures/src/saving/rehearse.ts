import { readOk } from '../calls/read-ok.ts';
import type { SourceProblem } from '../compiler.ts';
import type { JsonObject } from '../json.ts';
import type { EntryPoint } from '../program.ts';
import type { Ran, Run, Sandbox } from '../sandbox.ts';
import type { Runnable } from '../store/live-procedures.ts';
import type { Procedure } from '../store/procedure.ts';

/**
 * Nobody's secret: what a rehearsal says is shown to whoever wrote the procedure, and a program can spell out what it is given.
 * Read as text, base64 or hex it is something.
 */
const noSecret = '0123456789abcdef0123456789abcdef';

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
  const { program, procedure } = runnable;
  const secrets = Object.fromEntries(program.secrets.map((name) => [name, noSecret]));
  for (const entryPoint of program.entryPoints) {
    for (const result of entryPoint === 'status' ? answers.slice(1) : answers) {
      const ran = await sandbox.run({ program, entryPoint, obj: words, result, secrets, now });
      const problem = problemOf(entryPoint, ran, result) ?? unfitAnswer(entryPoint, ran, procedure);
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

/** What only shows when it runs: an address that was put together, and what Ok holds. There is no line to tell. */
function unfitAnswer(entryPoint: EntryPoint, ran: Ran, { hosts, entryPoints }: Procedure): SourceProblem | undefined {
  const at = (message: string): SourceProblem => ({ line: 1, column: 1, message: `${entryPoint}: ${message}` });
  if (ran.kind === 'request') {
    const { url } = ran.request;
    if (!URL.canParse(url)) return at('the address of a request is not absolute, such as https://api.example.org/call');
    const { host } = new URL(url);
    return hosts.includes(host) ? undefined : at(`${host} is not in this procedure's list of hosts: add it, or correct the address`);
  }
  if (ran.kind !== 'ok' || entryPoint !== 'run') return undefined;
  const ok = readOk(ran.value, entryPoints);
  return 'unfit' in ok ? at(ok.unfit) : undefined;
}

const inWords = {
  threw: 'it failed before anything was asked',
  too_long: 'it did not end within 100 ms',
  too_much_memory: 'it needs more than 16 MiB of memory',
  no_answer: 'it returned something else than a request, HttpLoop.Ok or HttpLoop.error',
  answer_too_large: 'its answer is too large',
  sandbox_broke: 'it could not be tried; try again',
} as const;
