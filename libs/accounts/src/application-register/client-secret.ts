import { randomBytes } from 'node:crypto';

/** 256 random bits: what an application proves itself with. */
export function newClientSecret(): string {
  return randomBytes(32).toString('base64url');
}
