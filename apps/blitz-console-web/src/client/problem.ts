/** What is wrong with one field of a request: see `fields_invalid` in the admin API. */
export interface FieldProblem {
  /** `/body/name`, `/body/addresses/2`, `/query/limit` */
  readonly pointer: string;
  readonly rule: string;
  /** In English. */
  readonly expected: string;
  readonly limit?: number;
}

/** What an answer of the admin API says when something went wrong (RFC 9457). */
export interface ProblemBody {
  readonly status: number;
  /** A stable word: what pages decide by. */
  readonly code: string;
  readonly correlationId?: string;
  readonly retryAfterSec?: number;
  readonly fields?: readonly FieldProblem[];
  /** With `changed_meanwhile`: what stands there now, and its tag. */
  readonly current?: unknown;
  readonly etag?: string;
  readonly [detail: string]: unknown;
}

/** Thrown by every request that was not answered with success. `unreachable`: nobody answered at all. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody, options?: ErrorOptions) {
    super(`${body.code} (${body.status})`, options);
    this.name = 'Problem';
    this.body = body;
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** Whatever was thrown, as a problem. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return new Problem({ status: 0, code: 'unreachable' }, { cause: thrown });
  return new Problem({ status: 0, code: 'page_broken' }, { cause: thrown });
}

/** Of an answer whose body was read as JSON, or could not be. */
export function problemIn(status: number, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {};
  return new Problem({ ...said, status, code: typeof said.code === 'string' ? said.code : 'unexpected_answer' });
}
