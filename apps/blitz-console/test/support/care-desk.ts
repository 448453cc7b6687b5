import { Accounts, Administrators, PasswordHashes, Passwords, TrustedBrowsers, type Account, type Role } from '@blitz/accounts';
import { AuditTrail, type AuditEvent } from '@blitz/audit';
import { Challenges, CheckPassword, newChallengeId, PasswordAttempts, type CallLimits, type EntryVerdict, type PasswordAnswer } from '@blitz/factors';
import { newId } from '@blitz/kernel';
import { PostgresAuditEvents } from '@blitz/postgres';
import { RedisLogins, RedisOidcStore } from '@blitz/redis';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import type { Town } from './town.ts';

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export const oldPassword = 'correct horse battery';
const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 0 };
const passwordLimits = { total: 10, blockMs: 900_000, freeTries: 1_000, delayMs: 1_000, longestMs: 30_000 };
const surroundings = { reuse: () => new Error('used already'), ended: () => new Error('ended'), origin: () => ({ address: '192.0.2.7', userAgent: 'Firefox' }) };

/** Where an administrator's program helps people, and the people that it helps: what they do is done by the real use cases. */
export class CareDesk {
  constructor(readonly town: Town) {}

  /** @param scope what the program may do */
  async asks(method: string, path: string, body?: unknown, scope = 'w_user'): Promise<Answered> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${this.town.url}/blitz/admin/api/v1/${path}`, {
      method,
      ...json,
      // With each request, as scripts do: also where there is no body.
      headers: { authorization: `Bearer ${await this.town.accessToken(scope)}`, 'content-type': 'application/json' },
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), headers: answer.headers };
  }

  async person(): Promise<Helped> {
    const { service } = this.town;
    const account = await service.get(Accounts).create({ login: newId().toLowerCase().replaceAll('_', '-'), attributes: { phone_number: this.town.newPhone() } });
    await service.get(Passwords).saveHash(account.sub, await service.get(PasswordHashes).hash(oldPassword));
    return new Helped(this, account);
  }

  async administrator(...roles: readonly Role[]): Promise<Helped> {
    const person = await this.person();
    await this.town.service.get(Administrators).save({ sub: person.sub, roles, expectedVersion: 0, at: this.now });
    return person;
  }

  /** What the journal says about an account, the oldest first. */
  async journalOf(sub: string): Promise<readonly AuditEvent[]> {
    await this.town.service.get(AuditTrail).flush();
    return [...(await new PostgresAuditEvents(this.town.service.get(DataSource)).find({ sub, limit: 1_000 }))].reverse();
  }

  get now(): number {
    return this.town.clock.now();
  }
}

/** Somebody with an account, as blitz-idp would know them. */
export class Helped {
  constructor(
    private readonly desk: CareDesk,
    readonly account: Account,
  ) {}

  get sub(): string {
    return this.account.sub;
  }

  get phone(): string {
    return this.account.attributes['phone_number'] ?? '';
  }

  asks(method: string, path: string, body?: unknown, scope?: string): Promise<Answered> {
    return this.desk.asks(method, `users/${this.sub}/${path}`, body, scope);
  }

  async stands(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
    return (await this.asks('GET', 'security')).body as Record<string, Record<string, unknown>>;
  }

  typesPassword(password = oldPassword): Promise<PasswordAnswer> {
    const { service, clock } = this.desk.town;
    const stores = { accounts: service.get(Accounts), passwords: service.get(Passwords), hashes: service.get(PasswordHashes) };
    const settings = { limits: () => passwordLimits, loginReading: () => ({ searchable: () => true, normalised: (_name: string, text: string) => text }) };
    const origin = { address: '192.0.2.7', userAgent: 'Firefox', correlationId: 'c' };
    return new CheckPassword(stores, service.get(PasswordAttempts), settings, clock, service.get(AuditTrail)).execute({ login: this.account.login, password, origin });
  }

  /** Presses "Call me", and the phone rings. @returns what types the digits */
  async isCalled(): Promise<(digits: 'right' | 'wrong') => Promise<EntryVerdict['kind']>> {
    const { service } = this.desk.town;
    const [challenges, now, login] = [service.get(Challenges), this.desk.now, newId()];
    await new RedisLogins(service.get(Redis)).open({ id: login, sub: this.sub, startedAt: now, proved: ['password'], trustSettled: false });
    const id = newChallengeId(this.sub);
    const { presses } = await challenges.look(this.sub);
    const { kind } = await challenges.call({ sub: this.sub, login }, presses + 1, id, now, limits);
    if (kind !== 'called') throw new Error(kind);
    await challenges.claim(id, now);
    const made = { call: { procedure: 'simulator', memo: '', canHangUp: false }, route: { procedure: 'simulator', destination: '+7916', prefixTag: 'tag' } };
    await challenges.placed(id, { ...made, verifiedBy: 'digest', digest: 'right' }, now, limits);
    return async (digest) => {
      const verdict = await challenges.enter({ sub: this.sub, login }, { id, entry: newId(), digest, renewed: newId() }, this.desk.now, limits);
      return verdict.kind === 'asking' ? 'unknown' : verdict.kind;
    };
  }

  /** Types wrong digits until the method is blocked. */
  async isBlocked(): Promise<this> {
    const { challenges } = { challenges: this.desk.town.service.get(Challenges) };
    while ((await challenges.look(this.sub)).blockedUntil === 0) {
      const types = await this.isCalled();
      for (let times = 0; times < 3; times += 1) await types('wrong');
    }
    return this;
  }

  async trusts(): Promise<string> {
    const { now } = this.desk;
    const id = newId();
    const browser = { id, sub: this.sub, createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: 'Firefox', address: '192.0.2.7' };
    await this.desk.town.service.get(TrustedBrowsers).remember(browser, newId(), now);
    return id;
  }

  /** @returns whether the session still lives */
  async logsIn(): Promise<() => Promise<boolean>> {
    const store = new RedisOidcStore(this.desk.town.service.get(Redis), 'Session', this.desk.town.clock, surroundings);
    const [jti, loginTs] = [newId(), Math.floor(this.desk.now / 1000)];
    const authorizations = { shop: { sid: 'sid', grantId: newId() } };
    await store.upsert(jti, { jti, uid: newId(), accountId: this.sub, loginTs, exp: loginTs + 600, authorizations }, 600);
    return async () => (await store.find(jti)) !== undefined;
  }
}
