import { createHash } from 'node:crypto';
import type { Clock } from '@blitz/kernel';
import type { Redis } from 'ioredis';
import { Script } from './script.ts';
import { ended, grantKey, grantsOfKey, thingKey, uidKey } from './sessions/session-keys.ts';
import { KeptSessions, type Payload } from './sessions/kept-sessions.ts';

/** Models whose id is the secret that a browser or an application holds: kept only under its digest. */
const bearers = new Set(['Session', 'AccessToken', 'AuthorizationCode', 'RefreshToken', 'ClientCredentials']);
/** Models that end when their grant is revoked. */
const grantable = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

const keepScript = new Script('keep', ['thing'], ['payload', 'ttlMs']);
const joinGrantScript = new Script('join-grant', ['grant'], ['token', 'ttlMs']);
const noteScript = new Script('note-of-account', ['things'], ['name', 'until', 'now']);
const consumeScript = new Script('consume', ['thing'], ['at']);

/** What oidc-provider is told, and what it knows of the request that is being answered. */
export interface OidcSurroundings {
  /** What to throw when something of single use is used again. */
  readonly reuse: () => Error;
  /** What to throw when what is being saved was ended by an administrator meanwhile. */
  readonly ended: () => Error;
  readonly origin: () => { readonly address?: string; readonly userAgent?: string };
}

/**
 * Where oidc-provider keeps what it must remember (its adapter interface). A leaked copy of Redis holds no usable token:
 * bearers are stored under a digest, without their id.
 */
export class RedisOidcStore {
  readonly #sessions: KeptSessions;

  constructor(
    private readonly redis: Redis,
    private readonly model: string,
    private readonly clock: Clock,
    private readonly surroundings: OidcSurroundings,
  ) {
    this.#sessions = new KeptSessions(redis, clock);
  }

  async upsert(id: string, payload: Payload, expiresInSec: number): Promise<void> {
    const key = this.keyOf(id);
    const ttlMs = Math.max(1, Math.round(expiresInSec * 1000));
    const kept = this.withoutBearers(payload);
    const saved = this.model === 'Session'
      ? await this.#sessions.keep(key, kept, ttlMs, this.surroundings.origin())
      : await this.keep(key, kept, ttlMs, id);
    if (!saved) throw this.surroundings.ended();
  }

  async find(id: string): Promise<Payload | undefined> {
    const found = await this.readLive(this.keyOf(id));
    return found === undefined ? undefined : { ...found, jti: id };
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    const key = await this.redis.get(uidKey(uid));
    return key === null || key === ended ? undefined : this.readLive(key);
  }

  /** Device codes are not offered. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async consume(id: string): Promise<void> {
    const won = await consumeScript.run(this.redis, { thing: this.keyOf(id) }, { at: Math.floor(this.clock.now() / 1000) });
    if (won !== 1) throw this.surroundings.reuse();
  }

  async destroy(id: string): Promise<void> {
    await this.redis.del(this.keyOf(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const keys = await this.redis.smembers(grantKey(grantId));
    await Promise.all([...keys, grantKey(grantId)].map((key) => this.redis.del(key)));
  }

  /** In one turn, and so in one write; whoever asked waits for all of them, so nothing is handed out that is not findable. */
  private async keep(key: string, payload: Payload, ttlMs: number, id: string): Promise<boolean> {
    const { grantId, accountId } = payload;
    const [kept] = await Promise.all([
      keepScript.run(this.redis, { thing: key }, { payload: JSON.stringify(payload), ttlMs }),
      grantable.has(this.model) && typeof grantId === 'string' ? this.joinGrant(grantId, key, ttlMs) : undefined,
      this.model === 'Grant' && typeof accountId === 'string' ? this.noteGrant(accountId, id, ttlMs) : undefined,
    ]);
    return kept === 1;
  }

  private withoutBearers(payload: Payload): Payload {
    if (bearers.has(this.model)) {
      const { jti: _jti, ...rest } = payload;
      return rest;
    }
    const { session } = payload;
    if (typeof session !== 'object' || session === null || !('cookie' in session)) return payload;
    // An interaction names the session's cookie, which nobody reads there.
    const { cookie: _cookie, ...rest } = session;
    return { ...payload, session: rest };
  }

  private async readLive(key: string): Promise<Payload | undefined> {
    const found = await this.read(key);
    const over = found !== undefined && this.model === 'Session' && (await this.#sessions.isEnded(found));
    return over ? undefined : found;
  }

  private async read(key: string): Promise<Payload | undefined> {
    const [payload, consumed] = await this.redis.hmget(key, 'payload', 'consumed');
    if (payload === null || payload === undefined) return undefined;
    const parsed = JSON.parse(payload) as Payload;
    return consumed === null || consumed === undefined ? parsed : { ...parsed, consumed: Number(consumed) };
  }

  private async joinGrant(grantId: string, token: string, ttlMs: number): Promise<void> {
    await joinGrantScript.run(this.redis, { grant: grantKey(grantId) }, { token, ttlMs });
  }

  private async noteGrant(sub: string, grantId: string, ttlMs: number): Promise<void> {
    const now = this.clock.now();
    await noteScript.run(this.redis, { things: grantsOfKey(sub) }, { name: grantId, until: now + ttlMs, now });
  }

  private keyOf(id: string): string {
    const name = bearers.has(this.model) ? createHash('sha256').update(id).digest('base64url') : id;
    return thingKey(this.model, name);
  }
}
