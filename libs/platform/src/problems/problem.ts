import { STATUS_CODES } from 'node:http';

/** What a problem may tell: plain JSON. */
export type ProblemDetail = string | number | boolean | readonly ProblemDetail[] | { readonly [name: string]: ProblemDetail };

/** What an API client is told when something goes wrong: RFC 9457, with our stable `code` and what a page needs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly [detail: string]: ProblemDetail;
}

type Details = Readonly<Record<string, ProblemDetail>>;

export const problemType = 'application/problem+json; charset=utf-8';

/** @param details what may be shown; they can't replace the members that the standard or we define. */
export function problem(status: number, code: string, correlationId: string, details: Details = {}): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return { ...details, type: 'about:blank', title, status, code, correlationId };
}
