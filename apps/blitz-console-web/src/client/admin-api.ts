import { createAdminClient } from '@blitz/admin-client';
import { notice } from './interruptions.ts';

let csrfToken = '';

/** Learnt with the session; goes with every request that changes something. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** For the few requests that no generated client can make: uploads, and answers that are streamed. */
export function changingHeaders(): Readonly<Record<string, string>> {
  return { 'x-blitz-csrf': csrfToken };
}

/** The only way of the pages to the admin API. Use it with `answer` or `versioned`. */
export const api = createAdminClient({
  baseUrl: location.origin,
  headers: (method) => (method === 'GET' ? {} : changingHeaders()),
  seen: (response) => void notice(response),
});
