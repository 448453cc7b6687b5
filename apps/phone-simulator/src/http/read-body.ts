import { wrong } from './problem.ts';

/** A JSON object or a form's fields. @throws Problem if it is anything else. */
export function readBody(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('body', 'an object is expected');
  return body as Readonly<Record<string, unknown>>;
}
