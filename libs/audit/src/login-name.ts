import { createHash } from 'node:crypto';

/** As long as a login's first id. */
const stemLength = 22;

/** What a login's ids have in common: it gets another one when a factor is proved, which begins like the first. */
export function loginStem(id: string): string {
  return id.slice(0, stemLength);
}

/**
 * The name that a login has in the journal, the same from its beginning to its end. Its id opens the login to whoever knows it,
 * so the id itself is never written; nor does the stem open anything once the login was renamed.
 */
export function loginName(id: string): string {
  return createHash('sha256').update('login\n').update(loginStem(id)).digest('base64url').slice(0, 22);
}
