import { createHash } from 'node:crypto';
import { ConsoleSessions, consoleSessionTimes, type ConsoleSession, type LiveConsoleSession } from '@blitz/accounts';
import type { Redis } from 'ioredis';
import { consoleSessionKey } from '../keys.ts';
import { Script } from '../script.ts';
import { endedUntilKey } from '../sessions/session-keys.ts';

const { idleMs } = consoleSessionTimes;
const useScript = new Script('console-session', ['session'], ['now', 'idleMs']);

/** A leaked copy of Redis opens no session: tokens are kept as digests. */
export class RedisConsoleSessions extends ConsoleSessions {
  constructor(private readonly redis: Redis) {
    super();
  }

  async open(token: string, session: ConsoleSession): Promise<void> {
    const key = keyOf(token);
    const fields = { ...session, seenAt: session.openedAt };
    // One transaction, so that no session can be left without its end.
    const replies = await this.redis.multi().hset(key, fields).pexpire(key, idleMs).exec();
    if (replies === null || replies.some(([error]) => error !== null)) throw new Error('the session was not stored');
  }

  async use(token: string, now: number): Promise<LiveConsoleSession | undefined> {
    const reply = await useScript.run(this.redis, { session: keyOf(token) }, { now, idleMs });
    if (!Array.isArray(reply)) throw new TypeError('console-session.lua answered something else');
    if (reply.length === 0) return undefined;
    const [sub, enteredBy, ...moments] = reply as string[];
    const [openedAt = Number.NaN, endsAt = Number.NaN, freshUntil = Number.NaN] = moments.map(Number);
    const fits = sub !== undefined && (enteredBy === 'login' || enteredBy === 'link') && [openedAt, endsAt, freshUntil].every(Number.isFinite);
    if (!fits) throw new TypeError('a session of blitz-console in an unknown form');
    if (await this.#isOver(sub, openedAt)) {
      await this.end(token);
      return undefined;
    }
    return { sub, enteredBy, openedAt, endsAt, freshUntil, expiresAt: Math.min(now + idleMs, endsAt) };
  }

  async end(token: string): Promise<boolean> {
    return (await this.redis.del(keyOf(token))) === 1;
  }

  /** Everything of the account was ended since: it has another password, say. */
  async #isOver(sub: string, openedAt: number): Promise<boolean> {
    const endedUntil = await this.redis.get(endedUntilKey(sub));
    return endedUntil !== null && openedAt <= Number(endedUntil);
  }
}

function keyOf(token: string): string {
  return consoleSessionKey(createHash('sha256').update(token).digest('base64url'));
}
