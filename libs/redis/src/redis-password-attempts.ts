import { PasswordAttempts, type AttemptVerdict, type PasswordLimits } from '@blitz/factors';
import type { Redis } from 'ioredis';
import { passwordKey } from './keys.ts';
import { Script } from './script.ts';

const attemptScript = new Script(
  'password-attempt',
  ['attempts'],
  ['now', 'total', 'blockMs', 'freeTries', 'delayMs', 'longestMs', 'keepMs'],
);
const unattemptScript = new Script('password-unattempt', ['attempts'], ['now', 'total']);
const keepMs = 24 * 3_600_000;

export class RedisPasswordAttempts extends PasswordAttempts {
  constructor(private readonly redis: Redis) {
    super();
  }

  async claim(budget: string, now: number, limits: PasswordLimits): Promise<AttemptVerdict> {
    const { total, blockMs, freeTries, delayMs, longestMs } = limits;
    const args = { now, total, blockMs, freeTries, delayMs, longestMs, keepMs: keepMs + blockMs };
    const reply = await attemptScript.run(this.redis, { attempts: passwordKey(budget) }, args);
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
}
