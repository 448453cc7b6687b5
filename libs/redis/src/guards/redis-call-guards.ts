import { CallGuards, guardDimensions, pumpingWindowMs, type GuardDimension, type GuardedPress, type GuardVerdict } from '@blitz/factors';
import type { Redis } from 'ioredis';
import { Script } from '../script.ts';
import { bucketKeys, completedKey, firedKeys, placedKey, quietKey } from './guard-keys.ts';

type Limit = `${GuardDimension}${'Most' | 'WindowMs'}`;

const guardScript = new Script(
  'guard',
  [...guardDimensions, ...guardDimensions.map((each) => `${each}Fired` as const), 'placed', 'completed', 'quiet'],
  [
    ...(['id', 'now', 'claims'] as const),
    ...guardDimensions.flatMap((each) => [`${each}Most`, `${each}WindowMs`] as const),
    ...(['calls', 'percent', 'quietMs', 'openMs', 'judgedMs'] as const),
  ],
);
const guardBackScript = new Script('guard-back', guardDimensions, ['id']);

/** The guards in Redis: one script, one round trip. */
export class RedisCallGuards extends CallGuards {
  constructor(private readonly redis: Redis) {
    super();
  }

  claim(press: GuardedPress, now: number): Promise<GuardVerdict> {
    return this.#ask(press, now, 1);
  }

  look(press: GuardedPress, now: number): Promise<GuardVerdict> {
    return this.#ask(press, now, 0);
  }

  async giveBack(press: GuardedPress): Promise<void> {
    await guardBackScript.run(this.redis, bucketKeys(press), { id: press.id });
  }

  async #ask(press: GuardedPress, now: number, claims: 0 | 1): Promise<GuardVerdict> {
    const { id, buckets, pumping } = press;
    const { calls, percent, quietMs, openMs } = pumping;
    const { tag } = buckets.prefix;
    const keys = { ...bucketKeys(press), ...firedKeys(press), placed: placedKey(tag), completed: completedKey(tag), quiet: quietKey(tag) };
    const args = { id, now, claims, ...limitsOf(press), calls, percent, quietMs, openMs, judgedMs: pumpingWindowMs };
    return readGuardReply(await guardScript.run(this.redis, keys, args));
  }
}

function limitsOf({ buckets }: GuardedPress): { readonly [Name in Limit]: number } {
  const limits = guardDimensions.flatMap((each) => [
    [`${each}Most`, buckets[each].most],
    [`${each}WindowMs`, buckets[each].windowMs],
  ]);
  return Object.fromEntries(limits) as { readonly [Name in Limit]: number };
}

/** Anything unexpected throws: nobody is called on a guess (R19). */
function readGuardReply(reply: unknown): GuardVerdict {
  const [by = Number.NaN, until = Number.NaN, flag = Number.NaN] = Array.isArray(reply) ? reply.map(Number) : [];
  if (by === 0) return { kind: 'admitted', counted: flag === 1 };
  const dimension = by === guardDimensions.length + 1 ? 'quiet' : guardDimensions[by - 1];
  if (dimension === undefined || !(until > 0)) throw new TypeError('guard.lua answered something else');
  return { kind: 'refused', by: dimension, until, fires: flag === 1 };
}
