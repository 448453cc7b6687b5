import { STATUS_CODES } from 'node:http';

/** What an API client is told when something goes wrong: RFC 9457, with our stable `code` and what a page needs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly [detail: string]: string | number | boolean | readonly string[];
}

type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export const problemType = 'application/problem+json; charset=utf-8';

/** @param details what may be shown; they can't replace the members that the standard or we define. */
export function problem(status: number, code: string, correlationId: string, details: Details = {}): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return { ...details, type: 'about:blank', title, status, code, correlationId };
}
