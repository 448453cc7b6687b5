import { DomainError } from '@blitz/kernel';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { AccessErrorCode } from './access-error.ts';

export interface KeyTimes {
  /** A token under an unknown key makes us look for new keys, but not more often than this: its sender may be anybody. */
  readonly cooldownMs?: number;
  readonly timeoutMs?: number;
  /** So long keys are believed without asking again: one that was withdrawn is refused then. */
  readonly freshMs?: number;
}

const retryAfterSec = 5;

/**
 * The keys that blitz-idp publishes, looked up when they are needed. Nobody is let in when they can't be had.
 *
 * @throws (the function that it answers) JWKSNoMatchingKey; DomainError `keys_unavailable`
 */
export function issuerKeys(issuer: string, { cooldownMs = 30_000, timeoutMs = 3_000, freshMs = 600_000 }: KeyTimes = {}): JWTVerifyGetKey {
  const options = { cooldownDuration: cooldownMs, timeoutDuration: timeoutMs, cacheMaxAge: freshMs };
  const published = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`), options);
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      throw new DomainError<AccessErrorCode>('keys_unavailable', { retryAfterSec }, { cause });
    }
  };
}
