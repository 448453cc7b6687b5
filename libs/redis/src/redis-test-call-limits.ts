import type { CallTags } from '@blitz/factors';
import { TestCallLimits, testCallsMs, testCallsOf } from '@blitz/procedures';
import type { Redis } from 'ioredis';
import { testCallsKey } from './keys.ts';
import { Script } from './script.ts';

const calls = new Script('test-calls', ['author', 'number', 'all'], ['windowMs', 'authorMost', 'numberMost', 'allMost']);
const drafts = new Script('test-calls', ['author'], ['windowMs', 'authorMost']);

/** Counts test calls in fixed windows. No number stands in a key. */
export class RedisTestCallLimits extends TestCallLimits {
  constructor(
    private readonly redis: Redis,
    private readonly tags: CallTags,
  ) {
    super();
  }

  async examine(author: string, now: number): Promise<number | undefined> {
    return this.#look('drafts', author, now);
  }

  async glance(author: string, now: number): Promise<number | undefined> {
    return this.#look('glances', author, now);
  }

  async #look(which: 'drafts' | 'glances', author: string, now: number): Promise<number | undefined> {
    const keys = { author: testCallsKey(`${which}:${this.tags.application(author)}`) };
    return until(await drafts.run(this.redis, keys, { windowMs: testCallsMs, authorMost: testCallsOf[which] }), now);
  }

  async take(author: string, phoneNumber: string, now: number): Promise<number | undefined> {
    const keys = {
      author: testCallsKey(`author:${this.tags.application(author)}`),
      number: testCallsKey(`number:${this.tags.number(phoneNumber)}`),
      all: testCallsKey('all'),
    };
    const { author: authorMost, number: numberMost, all: allMost } = testCallsOf;
    return until(await calls.run(this.redis, keys, { windowMs: testCallsMs, authorMost, numberMost, allMost }), now);
  }
}

function until(wait: unknown, now: number): number | undefined {
  if (typeof wait !== 'number') throw new TypeError('test-calls.lua answered something else');
  return wait === 0 ? undefined : now + wait;
}
