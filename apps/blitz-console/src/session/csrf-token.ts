import { createHmac, timingSafeEqual } from 'node:crypto';

/** What pages of this session send with whatever changes something. It tells nothing of the session's own token. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('blitz-console csrf').digest('base64url');
}

export function isCsrfTokenOf(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [expected, offered] = [Buffer.from(csrfTokenOf(sessionToken)), Buffer.from(given)];
  return expected.length === offered.length && timingSafeEqual(expected, offered);
}
