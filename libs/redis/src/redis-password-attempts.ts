import { noFailures, PasswordAttempts, type AttemptVerdict, type PasswordLimits, type PasswordStanding } from '@blitz/factors';
import type { Redis } from 'ioredis';
import { readNumbers } from './challenge-replies.ts';
import { passwordKey, passwordsOfKey } from './keys.ts';
import { Script } from './script.ts';

const attemptScript = new Script(
  'password-attempt',
  ['attempts'],
  ['now', 'total', 'blockMs', 'freeTries', 'delayMs', 'longestMs', 'keepMs'],
);
const unattemptScript = new Script('password-unattempt', ['attempts'], ['now', 'total']);
const lookScript = new Script('password-look', ['attempts'], ['now']);
const forgetScript = new Script('password-forget', ['attempts'], ['now']);
const joinScript = new Script('join-grant', ['grant'], ['token', 'ttlMs']);
const keepMs = 24 * 3_600_000;

/** A budget lies in a slot of its own, as its name may be nobody's; which ones are an account's is kept beside the account. */
export class RedisPasswordAttempts extends PasswordAttempts {
  constructor(private readonly redis: Redis) {
    super();
  }

  async claim(budget: string, now: number, limits: PasswordLimits, whose: string): Promise<AttemptVerdict> {
    const { total, blockMs, freeTries, delayMs, longestMs } = limits;
    const args = { now, total, blockMs, freeTries, delayMs, longestMs, keepMs: keepMs + blockMs };
    // In one turn, and before anybody looks at the password: no block is left that an administrator can't find.
    const [reply] = await Promise.all([
      attemptScript.run(this.redis, { attempts: passwordKey(budget) }, args),
      joinScript.run(this.redis, { grant: passwordsOfKey(whose) }, { token: budget, ttlMs: keepMs + blockMs }),
    ]);
    const [verdict, until] = Array.isArray(reply) ? reply.map(Number) : [];
    if (verdict === 1) return { kind: 'granted' };
    if (verdict !== 0 && verdict !== -1) throw new TypeError('password-attempt.lua answered something else');
    return { kind: verdict === 0 ? 'waiting' : 'blocked', until: until ?? now };
  }

  async giveBack(budget: string, now: number, { total }: PasswordLimits): Promise<void> {
    await unattemptScript.run(this.redis, { attempts: passwordKey(budget) }, { now, total });
  }

  async forget(budget: string): Promise<void> {
    await this.redis.del(passwordKey(budget));
  }

  look(sub: string, now: number): Promise<PasswordStanding> {
    return this.#ofAll(lookScript, sub, now);
  }

  forgetAll(sub: string, now: number): Promise<PasswordStanding> {
    return this.#ofAll(forgetScript, sub, now);
  }

  async #ofAll(script: typeof lookScript, sub: string, now: number): Promise<PasswordStanding> {
    const budgets = await this.redis.smembers(passwordsOfKey(sub));
    const replies = await Promise.all(budgets.map((budget) => script.run(this.redis, { attempts: passwordKey(budget) }, { now })));
    return replies.map(readStanding).reduce(worseOf, noFailures);
  }
}

function readStanding(reply: unknown): PasswordStanding {
  const [failures = 0, waitsUntil = 0, blockedUntil = 0] = readNumbers(reply, 3);
  return { failures, waitsUntil, blockedUntil };
}

function worseOf(one: PasswordStanding, other: PasswordStanding): PasswordStanding {
  return {
    failures: Math.max(one.failures, other.failures),
    waitsUntil: Math.max(one.waitsUntil, other.waitsUntil),
    blockedUntil: Math.max(one.blockedUntil, other.blockedUntil),
  };
}
