import { Sessions, type Session } from '@blitz/accounts';
import type { Redis } from 'ioredis';
import { Script } from '../script.ts';
import { authorizationsIn, begunAt, type Payload } from './kept-sessions.ts';
import { ended, endedMs, endedUntilKey, grantKey, grantsOfKey, sessionGrantsKey, sessionsOfKey, thingKey, uidKey } from './session-keys.ts';

const endSessionScript = new Script('end-session', ['uid'], ['keepMs']);
const endGrantScript = new Script('end-grant', ['grant'], ['keepMs']);

/** oidc-provider's sessions by their account; how they are kept stands in `KeptSessions` and `RedisOidcStore`. */
export class RedisSessions extends Sessions {
  constructor(private readonly redis: Redis) {
    super();
  }

  async list(sub: string, now: number): Promise<readonly Session[]> {
    const uids = await this.redis.zrangebyscore(sessionsOfKey(sub), `(${String(now)}`, '+inf');
    const endedUntil = Number((await this.redis.get(endedUntilKey(sub))) ?? -1);
    const found = await Promise.all(uids.map((uid) => this.#read(sub, uid)));
    const live = found.filter((session) => session !== undefined && session.begunAt > endedUntil && session.expiresAt > now);
    return (live as Session[]).sort((one, other) => other.lastUsedAt - one.lastUsedAt);
  }

  /** Known as ended before anything else, and forgotten last: whoever breaks off in between can be asked again. */
  async end(sub: string, id: string): Promise<boolean> {
    if ((await this.redis.zscore(sessionsOfKey(sub), id)) === null) return false;
    await this.#end(id);
    return (await this.redis.zrem(sessionsOfKey(sub), id)) === 1;
  }

  /** The moment is the end of its second, for sessions count in whole ones: what began in it has ended, too. */
  async endAll(sub: string, now: number): Promise<number> {
    const count = (await this.list(sub, now)).length;
    await this.redis.set(endedUntilKey(sub), Math.floor(now / 1000) * 1000 + 999, 'PX', endedMs);
    const uids = await this.redis.zrange(sessionsOfKey(sub), 0, -1);
    for (const uid of uids) await this.#end(uid);
    for (const grantId of await this.redis.zrange(grantsOfKey(sub), 0, -1)) await this.#endGrant(grantId);
    if (uids.length > 0) await this.redis.zrem(sessionsOfKey(sub), ...uids);
    return count;
  }

  async #end(uid: string): Promise<void> {
    const key = await endSessionScript.run(this.redis, { uid: uidKey(uid) }, { keepMs: endedMs });
    if (typeof key === 'string' && key !== '') await this.redis.del(key);
    for (const grantId of await this.redis.smembers(sessionGrantsKey(uid))) await this.#endGrant(grantId);
  }

  async #endGrant(grantId: string): Promise<void> {
    await endGrantScript.run(this.redis, { grant: thingKey('Grant', grantId) }, { keepMs: endedMs });
    const tokens = await this.redis.smembers(grantKey(grantId));
    await Promise.all([...tokens, grantKey(grantId)].map((key) => this.redis.del(key)));
  }

  async #read(sub: string, uid: string): Promise<Session | undefined> {
    const key = await this.redis.get(uidKey(uid));
    if (key === null || key === ended) return undefined;
    const [text, address, userAgent, usedAt] = await this.redis.hmget(key, 'payload', 'address', 'userAgent', 'usedAt');
    if (text === null || text === undefined) return undefined;
    const payload = JSON.parse(text) as Payload;
    if (payload['accountId'] !== sub) return undefined;
    return {
      id: uid,
      begunAt: begunAt(payload),
      lastUsedAt: Number(usedAt ?? begunAt(payload)),
      expiresAt: Number(payload['exp'] ?? 0) * 1000,
      address: address ?? '',
      userAgent: userAgent ?? '',
      applications: Object.keys(authorizationsIn(payload)),
    };
  }
}
