import type { JsonObject } from './json.ts';
import type { EntryPoint, Program } from './program.ts';

/** A request that a procedure wants made. */
export interface WantedRequest {
  readonly method: string;
  /** Query included. */
  readonly url: string;
  /** In the order in which they were given; names as they were given. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** The procedure's word that this request can ring no phone: a login, a price, a status. */
  readonly ringsNobody: boolean;
  /** Kept for the next round, see `result.state()`. */
  readonly state: JsonObject;
}

/** What the provider answered, as the next round sees it. */
export interface ProviderResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One run: everything that the procedure can know. Same arguments, same answer. */
export interface Run {
  readonly program: Program;
  readonly entryPoint: EntryPoint;
  readonly obj: JsonObject;
  /** `null` in the first round. */
  readonly result: (ProviderResponse & { readonly state: JsonObject }) | null;
  /** The secrets that the program names, and no others. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What `Date` tells in this run, in milliseconds since the epoch. */
  readonly now: number;
}

/** Why a run gave no answer. */
export type RunFault =
  | 'threw' // the procedure threw, or asked for a value that is missing or of another type
  | 'too_long' // more than its 100 ms
  | 'too_much_memory' // more than its 16 MiB
  | 'no_answer' // returned something else than a request, Ok or an error
  | 'answer_too_large'
  | 'sandbox_broke'; // ours: the worker died; nothing is known about the procedure

export type Ran = { readonly logs: readonly string[] } & (
  | { readonly kind: 'request'; readonly request: WantedRequest }
  /** `HttpLoop.Ok(value)` */
  | { readonly kind: 'ok'; readonly value: JsonObject }
  /** `HttpLoop.error(code, details)`, or `HttpLoop.refused(…)`: the provider said that it made no call. */
  | { readonly kind: 'error'; readonly code: string; readonly details: Readonly<Record<string, string>>; readonly refused: boolean }
  /** `line` and `column` count from 1, in the administrator's own source. */
  | { readonly kind: 'fault'; readonly fault: RunFault; readonly message: string; readonly line?: number; readonly column?: number }
);

/** Where procedures run, and can do no harm. Never throws: whatever goes wrong is an answer. */
export abstract class Sandbox {
  abstract run(run: Run): Promise<Ran>;
}
