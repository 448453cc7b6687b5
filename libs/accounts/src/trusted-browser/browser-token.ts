import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url. */
export function newBrowserToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored instead of the token: who reads the database has no token to send. No salt and no slow hash are needed, for
 * nobody guesses 256 random bits.
 *
 * @returns undefined for what is no token
 */
export function browserTokenHash(token: unknown): string | undefined {
  if (typeof token !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  return createHash('sha256').update(token).digest('base64url');
}
