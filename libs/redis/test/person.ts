import { newChallengeId, type Asker, type CallLimits, type CallVerdict, type CheckAnswer, type Conclusion, type EntryVerdict, type Placement, type Standing } from '@blitz/factors';
import { newId } from '@blitz/kernel';
import { RedisChallenges, RedisLogins } from '@blitz/redis';
import type { Redis } from 'ioredis';

export const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };

const madeCall = {
  call: { procedure: 'sms-ru', memo: 'sealed', canHangUp: true },
  route: { procedure: 'sms-ru', destination: '+7916', prefixTag: 'tag' },
};

/** A call that was made, with a code whose digest is this. */
export const madeWith = (digest: string): Placement => ({
  ...madeCall,
  verifiedBy: 'digest',
  digest,
});

/** A call whose code its provider keeps. */
export const madeByProvider: Placement = { ...madeCall, verifiedBy: 'provider' };

/** One account with its logins, on however many connections: each deed takes the next one, as copies of a service would. */
export class Person {
  readonly sub = newId();
  now = 1_800_000_000_000;
  limits = limits;
  #turn = 0;

  constructor(private readonly connections: readonly Redis[]) {}

  get redis(): Redis {
    this.#turn += 1;
    const redis = this.connections[this.#turn % this.connections.length];
    if (redis === undefined) throw new Error('a person needs a connection');
    return redis;
  }

  get challenges(): RedisChallenges {
    return new RedisChallenges(this.redis);
  }

  async opensLogin(): Promise<Asker> {
    const login = newId();
    const proved = ['password' as const];
    await new RedisLogins(this.redis).open({ id: login, sub: this.sub, startedAt: this.now, proved, trustSettled: false });
    return { sub: this.sub, login };
  }

  async presses(asker: Asker, number?: number): Promise<CallVerdict & { readonly id: string }> {
    const press = number ?? (await this.looks()).presses + 1;
    const id = newChallengeId(this.sub);
    return { ...(await this.challenges.call(asker, press, id, this.now, this.limits)), id };
  }

  /** Presses, and the phone rings; the code is `right`. */
  async isCalled(asker: Asker): Promise<string> {
    const { kind, id } = await this.presses(asker);
    if (kind !== 'called') throw new Error(`not called: ${kind}`);
    await this.challenges.claim(id, this.now);
    await this.challenges.placed(id, madeWith('right'), this.now, this.limits);
    return id;
  }

  async types(asker: Asker, id: string, digest: string): Promise<EntryVerdict> {
    const attempt = { id, entry: newId(), digest, renewed: newId() };
    const verdict = await this.challenges.enter(asker, attempt, this.now, this.limits);
    if (verdict.kind === 'asking') throw new Error('its provider has to be asked');
    return verdict;
  }

  /** Presses, and the phone rings; the code is known to the provider alone. */
  async isCalledByKeeper(asker: Asker): Promise<string> {
    const { id } = await this.presses(asker);
    await this.challenges.claim(id, this.now);
    await this.challenges.placed(id, madeByProvider, this.now, this.limits);
    return id;
  }

  /** Types something, which its provider is to be asked about. */
  async pays(asker: Asker, id: string): Promise<{ readonly kind: string; readonly entry: string; readonly renewed: string }> {
    const [entry, renewed] = [newId(), newId()];
    const { kind } = await this.challenges.enter(asker, { id, entry, digest: '', renewed }, this.now, this.limits);
    return { kind, entry, renewed };
  }

  concludes(asker: Asker, id: string, paid: { readonly entry: string; readonly renewed: string }, answer: CheckAnswer): Promise<Conclusion> {
    return this.challenges.conclude(asker, { id, entry: paid.entry, renewed: paid.renewed, answer }, this.now, this.limits);
  }

  looks(): Promise<Standing> {
    return this.challenges.look(this.sub);
  }
}

/** So many at once. */
export function atOnce<Result>(count: number, deed: (turn: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, turn) => deed(turn)));
}

/** Every key with all that it holds: what a thief of a copy would have. */
export async function dumpOf(redis: Redis): Promise<string> {
  const lines: string[] = [];
  for (const key of (await redis.keys('*')).sort()) lines.push(`${key} ${JSON.stringify(await contentOf(redis, key))}`);
  return lines.join('\n');
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'set':
      return redis.smembers(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'zset':
      return redis.zrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      throw new Error(`${key} is of an unknown type`);
  }
}

export function countOf(verdicts: readonly { readonly kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of verdicts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Waits for what another connection or process does, at most so long. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
