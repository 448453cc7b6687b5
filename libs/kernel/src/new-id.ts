import { randomBytes } from 'node:crypto';

/** An unguessable name: 128 random bits, URL- and cookie-safe (22 characters of base64url). */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}
