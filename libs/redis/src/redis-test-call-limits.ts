import type { CallTags } from '@blitz/factors';
import { TestCallLimits, testCallsMs, testCallsOf } from '@blitz/procedures';
import type { Redis } from 'ioredis';
import { testCallsKey } from './keys.ts';
import { Script } from './script.ts';

const script = new Script('test-calls', ['author', 'number', 'all'], ['windowMs', 'authorMost', 'numberMost', 'allMost']);

/** Counts test calls in fixed windows. No number stands in a key. */
export class RedisTestCallLimits extends TestCallLimits {
  constructor(
    private readonly redis: Redis,
    private readonly tags: CallTags,
  ) {
    super();
  }

  async take(author: string, phoneNumber: string, now: number): Promise<number | undefined> {
    const keys = {
      author: testCallsKey(`author:${this.tags.application(author)}`),
      number: testCallsKey(`number:${this.tags.number(phoneNumber)}`),
      all: testCallsKey('all'),
    };
    const { author: authorMost, number: numberMost, all: allMost } = testCallsOf;
    const wait = await script.run(this.redis, keys, { windowMs: testCallsMs, authorMost, numberMost, allMost });
    if (typeof wait !== 'number') throw new TypeError('test-calls.lua answered something else');
    return wait === 0 ? undefined : now + wait;
  }
}
