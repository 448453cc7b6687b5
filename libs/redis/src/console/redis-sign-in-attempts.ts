import { createHash } from 'node:crypto';
import { SignInAttempts, signInAttemptMs, type SignInAttempt } from '@blitz/accounts';
import type { Redis } from 'ioredis';
import { signInAttemptKey } from '../keys.ts';

/** Under a digest of the state and the browser together: whoever has one of the two finds nothing, and uses nothing up. */
export class RedisSignInAttempts extends SignInAttempts {
  constructor(private readonly redis: Redis) {
    super();
  }

  async begin(browser: string, state: string, attempt: SignInAttempt): Promise<void> {
    await this.redis.set(keyOf(browser, state), JSON.stringify(attempt), 'PX', signInAttemptMs);
  }

  async claim(browser: string, state: string, now: number): Promise<SignInAttempt | undefined> {
    const found = await this.redis.getdel(keyOf(browser, state));
    const attempt = found === null ? undefined : (JSON.parse(found) as SignInAttempt);
    return attempt !== undefined && now < attempt.startedAt + signInAttemptMs ? attempt : undefined;
  }
}

function keyOf(browser: string, state: string): string {
  return signInAttemptKey(createHash('sha256').update(`${String(browser.length)}:${browser}\n${state}`).digest('base64url'));
}
