import { factorKinds, loginMs, Logins, lookAtHandOver, type HandOverVerdict, type Login } from '@blitz/factors';
import type { Redis } from 'ioredis';
import { handOverKey, loginKey } from './keys.ts';
import { Script } from './script.ts';
import { endedUntilKey } from './sessions/session-keys.ts';

const settleTrustScript = new Script('settle-trust', ['login'], []);

/**
 * A login is a hash: `startedAt`, `trustSettled`, for each proved factor its name and when, the `challenge` that proved the phone,
 * and `renewedFrom`, its old name, until the new one is used. Under the old name a hash tells the new one: `renewed`, `challenge`, `at`.
 */
export class RedisLogins extends Logins {
  constructor(private readonly redis: Redis) {
    super();
  }

  async open({ id, sub, startedAt, proved, trustSettled }: Login): Promise<void> {
    const key = loginKey(sub, id);
    const fields = { startedAt, trustSettled: trustSettled ? 1 : 0, ...Object.fromEntries(proved.map((k) => [k, startedAt])) };
    // One transaction, so that no login can be left without its end.
    const replies = await this.redis.multi().hset(key, fields).pexpire(key, loginMs).exec();
    if (replies === null || replies.some(([error]) => error !== null)) throw new Error('the login was not stored');
  }

  async find(sub: string, id: string): Promise<Login | undefined> {
    const [fields, endedUntil] = await Promise.all([this.redis.hgetall(loginKey(sub, id)), this.redis.get(endedUntilKey(sub))]);
    if (fields['startedAt'] === undefined) return undefined;
    // Everything of the account was ended since it began.
    if (endedUntil !== null && Number(fields['startedAt']) <= Number(endedUntil)) return undefined;
    if (fields['renewedFrom'] !== undefined) await this.#arrived(sub, id, fields['renewedFrom']);
    const proved = factorKinds
      .filter((kind) => fields[kind] !== undefined)
      .sort((one, other) => Number(fields[one]) - Number(fields[other]));
    const { challenge } = fields;
    return {
      ...{ id, sub, startedAt: Number(fields['startedAt']), proved, trustSettled: fields['trustSettled'] === '1' },
      ...(challenge === undefined ? {} : { challengeId: challenge }),
    };
  }

  async handOver(sub: string, id: string, challengeId: string, now: number): Promise<HandOverVerdict> {
    const { renewed, challenge, at } = await this.redis.hgetall(handOverKey(sub, id));
    const left = renewed === undefined || challenge === undefined ? undefined : { renewed, challengeId: challenge, at: Number(at) };
    return lookAtHandOver(left, challengeId, now);
  }

  async settleTrust(sub: string, id: string): Promise<boolean> {
    return (await settleTrustScript.run(this.redis, { login: loginKey(sub, id) }, {})) === 1;
  }

  async end(sub: string, id: string): Promise<boolean> {
    return (await this.redis.del(loginKey(sub, id))) === 1;
  }

  /** Before anything is answered to the new name the old one is worth nothing. */
  async #arrived(sub: string, id: string, old: string): Promise<void> {
    const replies = await this.redis.multi().del(handOverKey(sub, old)).hdel(loginKey(sub, id), 'renewedFrom').exec();
    if (replies === null || replies.some(([error]) => error !== null)) throw new Error('the old name was not taken away');
  }
}
