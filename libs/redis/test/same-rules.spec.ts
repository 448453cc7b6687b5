import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newChallengeId, rings, type CallLimits, type Challenges, type CheckAnswer, type Conclusion, type Ending, type Logins, type Ring } from '@blitz/factors';
import { FakeChallenges, FakeLogins } from '@blitz/factors/fakes';
import { newId } from '@blitz/kernel';
import { RedisChallenges, RedisLogins } from '@blitz/redis';
import { freshRedis } from '@blitz/testing';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { madeByProvider, madeWith } from './person.ts';

/**
 * The scripts in Redis and the pure rules are given the same random days of one account: two browsers that press, type, reload
 * and come too late, a dialler that succeeds, fails, crashes and answers twice, and a clock that jumps to and over every limit.
 * The administrator changes the budget meanwhile. They must answer the same, and leave the same behind.
 */
type Browser = 'ada' | 'eve';
type Deed =
  | { readonly do: 'press'; readonly by: Browser; readonly again: number }
  | { readonly do: 'claim'; readonly age: number }
  | { readonly do: 'place'; readonly age: number; readonly by: 'us' | 'provider' }
  | { readonly do: 'conclude'; readonly age: number; readonly answer: CheckAnswer }
  | { readonly do: 'fail'; readonly age: number; readonly because: Ending; readonly surelyNoCall: boolean }
  | { readonly do: 'enter'; readonly by: Browser; readonly right: boolean; readonly age: number }
  /** With the newest name of its login. */
  | { readonly do: 'arrive'; readonly by: Browser }
  | { readonly do: 'ring'; readonly age: number; readonly ring: Ring }
  /** An administrator helps. */
  | { readonly do: 'unblock' | 'reset' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'set'; readonly total: number };

const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 6, blockMs: 900_000, delayMs: 30_000 };
const jumps = [0, 1, 1_999, 2_000, 20_000, 24_999, 25_000, 29_999, 30_000, 59_999, 60_000, 60_001, 75_001, 119_999, 120_000, 120_001, 899_999, 900_000];
const browser = fc.constantFrom<Browser>('ada', 'eve');
const age = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('press' as const), by: browser, again: age }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), age }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('place' as const), age, by: fc.constantFrom('us' as const, 'provider' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('conclude' as const), age, answer: fc.constantFrom<CheckAnswer>('right', 'wrong', 'unanswered') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      age,
      because: fc.constantFrom<Ending>('provider_refused', 'provider_unavailable', 'provider_failed', 'code_too_short'),
      surelyNoCall: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('enter' as const), by: browser, right: fc.boolean(), age }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrive' as const), by: browser }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ring' as const), age, ring: fc.constantFrom(...rings) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('unblock' as const, 'reset' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...jumps) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set' as const), total: fc.integer({ min: 2, max: 9 }) }) },
);

/** Digits that are typed and judged. */
const entry = fc.record({ right: fc.boolean(), answer: fc.constantFrom<CheckAnswer>('right', 'wrong', 'unanswered') });

/** A call that rings, and what is typed then: by chance alone hardly a day would get so far. */
const call = fc.tuple(browser, fc.constantFrom('us' as const, 'provider' as const), fc.constantFrom(0, 30_000), fc.array(entry, { maxLength: 3 }));
const lived = call.map(([by, knows, ms, entries]): Deed[] => [
  { do: 'wait', ms },
  { do: 'press', by, again: 0 },
  { do: 'claim', age: 0 },
  { do: 'place', age: 0, by: knows },
  ...entries.flatMap(({ right, answer }): Deed[] => [
    { do: 'enter', by, right, age: 0 },
    { do: 'conclude', age: 0, answer },
  ]),
]);
const chunk = fc.oneof({ weight: 6, arbitrary: deed.map((one) => [one]) }, { weight: 1, arbitrary: lived });
const days: fc.Arbitrary<Deed[]> = fc.array(chunk, { minLength: 5, maxLength: 60 }).map((chunks) => chunks.flat());

/** One account's day on one implementation; both live it with the same names. */
class Day {
  readonly logins: Record<Browser, string>;
  readonly old: Record<Browser, string>;
  now = 1_800_000_000_000;
  limits = limits;
  readonly ids: string[] = [];
  calls = 0;
  claims = 0;
  /** Entries that a provider was to be asked about, of whom and of which call. */
  readonly entries: { readonly entry: string; readonly id: string; readonly by: Browser; readonly renewed: string }[] = [];

  constructor(readonly sub: string) {
    this.logins = { ada: newId(), eve: newId() };
    this.old = { ...this.logins };
  }

  /** What each browser would find if the answer that told it its login's new name had been lost. */
  handOvers(logins: Logins): Promise<unknown> {
    const id = this.ids.at(-1) ?? 'none';
    return Promise.all(Object.values(this.old).map((old) => logins.handOver(this.sub, old, id, this.now)));
  }

  /** The login goes by another name now. */
  #renewed(by: Browser, name: string): void {
    this.old[by] = this.logins[by];
    this.logins[by] = name;
  }

  async live(step: Deed, both: readonly [Challenges, Challenges], kept: readonly [Logins, Logins]): Promise<readonly [unknown, unknown]> {
    const { sub, now, limits } = this;
    const id = this.ids.at(-1 - ('age' in step ? step.age : 0)) ?? `${sub}.none`;
    const each = async (deed: (challenges: Challenges) => Promise<unknown>): Promise<readonly [unknown, unknown]> => [
      await deed(both[0]),
      await deed(both[1]),
    ];
    switch (step.do) {
      case 'wait':
        this.now += step.ms;
        return [0, 0];
      case 'set':
        this.limits = { ...limits, total: step.total };
        return [0, 0];
      case 'press': {
        const next = newChallengeId(sub);
        const press = (await both[0].look(sub)).presses + 1 - step.again;
        const answers = await each((on) => on.call({ sub, login: this.logins[step.by], address: step.by, locale: 'ru' }, press, next, now, limits));
        if ((answers[0] as { kind: string }).kind === 'called') {
          this.ids.push(next);
          this.calls += 1;
          expect(step.again).toBe(0);
        }
        return answers;
      }
      case 'claim': {
        const answers = await each((on) => on.claim(id, now));
        if ((answers[0] as { kind: string }).kind === 'claimed') this.claims += 1;
        return answers;
      }
      case 'place':
        return each((on) => on.placed(id, step.by === 'us' ? madeWith(`digest of ${id}`) : madeByProvider, now, limits));
      case 'fail':
        return each((on) => on.failed(id, step.because, step.surelyNoCall));
      case 'arrive':
        return [await kept[0].find(sub, this.logins[step.by]), await kept[1].find(sub, this.logins[step.by])];
      case 'unblock':
        return each((on) => on.unblock(sub, now));
      case 'reset':
        return each((on) => on.reset(sub, now));
      case 'ring':
        return each((on) => on.ring(id, step.ring));
      case 'enter': {
        const digest = step.right ? `digest of ${id}` : 'another';
        const [entry, renewed] = [newId(), newId()];
        const answers = await each((on) =>
          on.enter({ sub, login: this.logins[step.by] }, { id, entry, digest, renewed }, now, limits),
        );
        const { kind } = answers[0] as { kind: string };
        if (kind === 'right') this.#renewed(step.by, renewed);
        if (kind === 'asking') this.entries.push({ entry, id, by: step.by, renewed });
        return answers;
      }
      case 'conclude': {
        const asked = this.entries.at(-1 - step.age) ?? { entry: 'none', id, by: 'ada' as const, renewed: newId() };
        const judged = { id: asked.id, entry: asked.entry, renewed: asked.renewed, answer: step.answer };
        const answers = await each((on) => on.conclude({ sub, login: this.logins[asked.by] }, judged, now, limits));
        const { verdict, first } = answers[0] as Conclusion;
        if (verdict.kind === 'right' && first) this.#renewed(asked.by, asked.renewed);
        return answers;
      }
    }
  }
}

describe('the scripts in Redis follow the rules', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = new Redis((await freshRedis()).url);
  });
  afterAll(() => redis.quit());

  it('R3 R5 R7 R8 R9 R10 R11 R12 R13 R16 R17 answers and remembers what the pure rules do, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (deeds) => {
        const day = new Day(newId());
        const fakeLogins = new FakeLogins();
        const oracle = new FakeChallenges(fakeLogins);
        const real = new RedisChallenges(redis);
        const realLogins = new RedisLogins(redis);
        for (const id of Object.values(day.logins)) {
          const login = { id, sub: day.sub, startedAt: day.now, proved: ['password' as const], trustSettled: false };
          await fakeLogins.open(login);
          await realLogins.open(login);
        }
        for (const step of deeds) {
          const { spent } = await oracle.look(day.sub);
          const [expected, actual] = await day.live(step, [oracle, real], [fakeLogins, realLogins]);
          expect(actual).toEqual(expected);
          const standing = await oracle.look(day.sub);
          expect(await real.look(day.sub)).toEqual(standing);
          expect(await day.handOvers(realLogins)).toEqual(await day.handOvers(fakeLogins));
          // What is spent beyond a budget made smaller was spent before.
          expect(standing.spent).toBeLessThanOrEqual(Math.max(spent, day.limits.total));
        }
        expect(day.claims).toBeLessThanOrEqual(day.calls);
      }),
      { numRuns: 200 },
    );
  });
});
