import type { Clock } from '@blitz/kernel';
import type { Redis } from 'ioredis';
import { Script } from '../script.ts';
import { endedUntilKey, ended, sessionGrantsKey, sessionsOfKey, uidKey } from './session-keys.ts';

export type Payload = Record<string, unknown>;

const keepScript = new Script('keep-session', ['session'], ['payload', 'ttlMs', 'address', 'userAgent', 'usedAt']);
const pointScript = new Script('point-session', ['uid'], ['key', 'ttlMs']);
const noteScript = new Script('note-of-account', ['things'], ['name', 'until', 'now']);
const joinScript = new Script('join-grant', ['grant'], ['token', 'ttlMs']);

interface Origin {
  readonly address?: string;
  readonly userAgent?: string;
}

/** Sessions as oidc-provider saves them: with each request that uses one. */
export class KeptSessions {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
  ) {}

  /**
   * First it is kept and findable by its account, then it is asked whether it was ended: whoever ends it meanwhile either finds all
   * that it holds, or is found here.
   *
   * @returns false when it was ended, and then nothing of it is left
   */
  async keep(key: string, payload: Payload, ttlMs: number, { address = '', userAgent = '' }: Origin): Promise<boolean> {
    const uid = textIn(payload, 'uid');
    const usedAt = this.clock.now();
    await Promise.all([
      ...this.#notes(payload, uid, usedAt, ttlMs),
      keepScript.run(this.redis, { session: key }, { payload: JSON.stringify(payload), ttlMs, usedAt, address, userAgent }),
    ]);
    const [pointed, over] = await Promise.all([
      uid === undefined ? 1 : pointScript.run(this.redis, { uid: uidKey(uid) }, { key, ttlMs }),
      this.#isOver(payload),
    ]);
    if (pointed === 1 && !over) return true;
    await this.redis.del(key);
    return false;
  }

  /** One that was read: was it ended since it was saved? */
  async isEnded(payload: Payload): Promise<boolean> {
    const uid = textIn(payload, 'uid');
    const [pointer, over] = await Promise.all([uid === undefined ? null : this.redis.get(uidKey(uid)), this.#isOver(payload)]);
    return over || pointer === ended;
  }

  #notes(payload: Payload, uid: string | undefined, now: number, ttlMs: number): Promise<unknown>[] {
    const sub = textIn(payload, 'accountId');
    if (sub === undefined || uid === undefined) return [];
    return [
      noteScript.run(this.redis, { things: sessionsOfKey(sub) }, { name: uid, until: now + ttlMs, now }),
      ...grantsIn(payload).map((grantId) =>
        joinScript.run(this.redis, { grant: sessionGrantsKey(uid) }, { token: grantId, ttlMs }),
      ),
    ];
  }

  /** Begun before everything of its account was ended. */
  async #isOver(payload: Payload): Promise<boolean> {
    const sub = textIn(payload, 'accountId');
    if (sub === undefined) return false;
    const endedUntil = await this.redis.get(endedUntilKey(sub));
    return endedUntil !== null && begunAt(payload) <= Number(endedUntil);
  }
}

/** Whole seconds, as oidc-provider counts. A session that does not tell is as old as can be. */
export function begunAt({ loginTs }: Payload): number {
  return typeof loginTs === 'number' ? loginTs * 1000 : 0;
}

export function authorizationsIn({ authorizations }: Payload): Readonly<Record<string, { readonly grantId?: unknown }>> {
  return typeof authorizations === 'object' && authorizations !== null ? (authorizations as Record<string, { grantId?: unknown }>) : {};
}

function grantsIn(payload: Payload): string[] {
  return Object.values(authorizationsIn(payload)).flatMap(({ grantId }) => (typeof grantId === 'string' ? [grantId] : []));
}

function textIn(payload: Payload, name: string): string | undefined {
  const value = payload[name];
  return typeof value === 'string' ? value : undefined;
}
