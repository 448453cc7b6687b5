import { createHash } from 'node:crypto';
import { DomainError, type Sealer } from '@blitz/kernel';
import type { Redis } from 'ioredis';

export type IdempotencyErrorCode = 'request_in_progress' | 'idempotency_key_reused' | 'idempotency_key_invalid';

/** So long a repetition is answered with what was answered before. */
const keptMs = 24 * 3_600_000;
/** So long somebody else's first request may take. */
const pendingMs = 60_000;
const pending = 'pending';

export interface Asking {
  /** Who asks what: the same key of somebody else, or for another route, is another. */
  readonly scope: string;
  readonly key: string;
  /** All of the request that matters. */
  readonly fingerprint: string;
}

/**
 * Answers to requests that create something, by the key that their sender drew: a repetition after a lost answer creates nothing
 * twice. Answers rest sealed, for some of them show a secret once.
 */
export class IdempotentAnswers {
  constructor(
    private readonly redis: Redis,
    private readonly sealer: Sealer,
  ) {}

  /**
   * @returns what was answered before; undefined: this one is the first, and ends with `keep` or `forget`
   * @throws DomainError of IdempotencyErrorCode
   */
  async claim({ scope, key, fingerprint }: Asking): Promise<{ readonly answer: unknown } | undefined> {
    if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new DomainError<IdempotencyErrorCode>('idempotency_key_invalid');
    const name = nameOf(scope, key);
    const mine = `${pending} ${digest(fingerprint)}`;
    const won = await this.redis.set(name, mine, 'PX', pendingMs, 'NX');
    if (won === 'OK') return undefined;
    const [state = '', asked = '', sealed = ''] = ((await this.redis.get(name)) ?? '').split(' ');
    // It ended just now without an answer to keep: the sender tries again.
    if (state === '') throw new DomainError<IdempotencyErrorCode>('request_in_progress');
    if (asked !== digest(fingerprint)) throw new DomainError<IdempotencyErrorCode>('idempotency_key_reused');
    if (state === pending) throw new DomainError<IdempotencyErrorCode>('request_in_progress');
    return JSON.parse(this.sealer.open(sealed, name)) as { answer: unknown };
  }

  async keep({ scope, key, fingerprint }: Asking, answer: unknown): Promise<void> {
    const name = nameOf(scope, key);
    await this.redis.set(name, `done ${digest(fingerprint)} ${this.sealer.seal(JSON.stringify({ answer }), name)}`, 'PX', keptMs);
  }

  /** What failed may be tried again. */
  async forget({ scope, key }: Asking): Promise<void> {
    await this.redis.del(nameOf(scope, key));
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
const nameOf = (scope: string, key: string): string => `blitz:console:idempotency:{${digest(`${scope}\n${key}`)}}`;
