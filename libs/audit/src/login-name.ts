import { createHash } from 'node:crypto';

/** The name that a login has in the journal. Its id opens the login to whoever knows it, so the id itself is never written. */
export function loginName(id: string): string {
  return createHash('sha256').update('login\n').update(id).digest('base64url').slice(0, 22);
}
