import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { until } from '../company.ts';
import type { DiallerProcess } from './dialler-process.ts';
import { moments, type Moment, type Plan } from './plan.ts';
import { endOf, someone, type Someone } from './someone.ts';
import type { TelephoneWorld, WiredDialler } from './telephone-world.ts';
import { ToldMoments } from './told-moments.ts';

/** How far Redis is away: half a step of a dialler. */
const wireMs = 4;
/** R16, and a little more. */
const anotherCallMs = 31_000;
const mostPresses = 4;

export interface NextPress {
  readonly verdict: string;
  readonly state: string;
  readonly because: string;
  readonly calls: number;
  readonly entry: string;
}

/** What came of one round. */
export interface Facts {
  readonly plan: Plan;
  /** Where the press had come to when its dialler was stopped. */
  readonly stoppedAt: Moment;
  readonly calls: number;
  readonly state: string;
  readonly because: string;
  readonly spent: number;
  /** The entry of the code that came in spite of it all. */
  readonly firstEntry: string;
  /** What became of the person's next press. */
  readonly next: NextPress;
  /** How often the person pressed until a code came. */
  readonly presses: number;
  /** Calls of the first press after all of this: a frozen dialler may have woken up late. */
  readonly callsAtLast: number;
  readonly jobsLeft: readonly string[];
}

/** Rounds one after the other in a database of Redis: in each the dialler at work is stopped, and the next one takes over. */
export class KilledRounds {
  readonly facts: Facts[] = [];
  readonly #told = new Map<string, ToldMoments>();
  #current: ToldMoments | undefined;

  constructor(
    private readonly world: TelephoneWorld,
    private readonly redis: Redis,
    private readonly redisUrl: string,
  ) {}

  /** Redis tells of a challenge: paid for, then claimed, then stored. */
  hears(sub: string): void {
    const told = this.#told.get(sub);
    const next = (['paid', 'claimed', 'stored'] as const).find((moment) => told?.has(moment) === false);
    if (next !== undefined) told?.tells(next);
  }

  /** The first dialler to take a job of this database is the one that will be stopped. */
  hearsOfJob(): void {
    this.#current?.tells('taken');
  }

  async play(plans: readonly Plan[]): Promise<void> {
    let victim = await this.#starts();
    let spare = await this.#starts();
    await victim.dialler.asks('dial', {});
    for (const plan of plans) {
      const coming = this.#starts();
      try {
        this.facts.push(await this.#round(plan, victim, spare.dialler));
      } catch (cause) {
        throw new Error(`in the round ${JSON.stringify(plan)}`, { cause });
      } finally {
        [victim, spare] = [spare, await coming];
      }
    }
    await Promise.all([victim.dialler.killed(), spare.dialler.killed()]);
  }

  #starts(): Promise<WiredDialler> {
    return this.world.dialler(this.redisUrl, wireMs);
  }

  async #round(plan: Plan, victim: WiredDialler, other: DiallerProcess): Promise<Facts> {
    const who = someone(plan.round);
    const told = this.#expects(who, plan);
    await other.asks('login', who);
    const pressing = other.asks('press', { ...who, number: 1 });
    await told.come(plan.from);
    await pause(plan.afterMs);
    const delivered = told.has('delivered');
    if (plan.how === 'frozen') victim.dialler.frozen();
    else await victim.dialler.killed();
    const { challengeId } = await pressing;
    const stoppedAt = await this.#stoppedAt(who, told, delivered, plan, victim);
    await other.asks('dial', {});
    await this.#settled(who, challengeId);
    const { standing } = await other.asks('look', who);
    const { challenge, spent } = standing;
    const calls = await this.world.callsFor(who.number, challengeId);
    if (plan.how === 'frozen' && plan.wakes === 'before') await wakes(victim.dialler);
    const code = calls[0]?.from.slice(-4) ?? '';
    const uses = plan.usesCode && challenge?.state === 'awaiting';
    const firstEntry = uses ? await other.asks('enter', { ...who, id: challengeId, code }) : '';
    const sleeper = plan.how === 'frozen' && plan.wakes === 'after' ? victim.dialler : undefined;
    let [next, presses] = [await this.#goesOn(who, other, 2, sleeper), 2];
    // A machine that is short of time may break off a call; then nobody is called, and the person presses again.
    for (; next.state === 'closed' && presses < mostPresses; presses += 1) next = await this.#goesOn(who, other, presses + 1, undefined);
    await victim.dialler.killed();
    victim.wire.closes();
    return {
      ...{ plan, stoppedAt, calls: calls.length, ...endOf(challenge), spent, firstEntry, next, presses },
      callsAtLast: (await this.world.callsFor(who.number, challengeId)).length,
      jobsLeft: await this.redis.keys(`{blitz}:calls:${who.sub}*`),
    };
  }

  #expects(who: Someone, { requestMs, answerMs, fragile }: Plan): ToldMoments {
    const told = new ToldMoments();
    this.#told.set(who.sub, told);
    this.#current = told;
    this.world.line.expects(who.number.slice(-10), { requestMs, answerMs, fragile, tells: (moment) => told.tells(moment) });
    return told;
  }

  /** What a killed dialler had sent may still be on its way. */
  async #stoppedAt(who: Someone, told: ToldMoments, delivered: boolean, { how }: Plan, { wire }: WiredDialler): Promise<Moment> {
    if (how === 'killed') await until(() => wire.silent);
    else await pause(3 * wireMs);
    const state = await this.redis.hget(`blitz:challenge:{${who.sub}}`, 'state');
    if (state === 'queued') return (await this.redis.llen('{blitz}:calls:active')) === 0 ? 'paid' : 'taken';
    if (state === 'awaiting') return 'stored';
    return moments.findLast((moment) => (moment === 'delivered' ? delivered : moment !== 'stored' && told.has(moment))) ?? 'claimed';
  }

  /** Nobody is at it any more, and no job of it is left. */
  async #settled(who: Someone, challengeId: string): Promise<void> {
    await until(async () => {
      const state = await this.redis.hget(`blitz:challenge:{${who.sub}}`, 'state');
      return state !== 'queued' && state !== 'dialling' && (await this.redis.exists(`{blitz}:calls:${challengeId}`)) === 0;
    }, 60_000, 25);
  }

  /** The person asks for another call once the delay is over, and types its code. */
  async #goesOn(who: Someone, other: DiallerProcess, number: number, sleeper: DiallerProcess | undefined): Promise<NextPress> {
    const login = randomUUID();
    const then = { sub: who.sub, login, ahead: (number - 1) * anotherCallMs };
    await other.asks('login', then);
    const { verdict, challengeId } = await other.asks('press', { ...then, number });
    await this.#settled(who, challengeId);
    if (sleeper !== undefined) await wakes(sleeper);
    const { challenge } = (await other.asks('look', then)).standing;
    const calls = await this.world.callsFor(who.number, challengeId);
    const entry = await other.asks('enter', { ...then, ahead: 0, id: challengeId, code: calls[0]?.from.slice(-4) ?? '' });
    return { verdict, ...endOf(challenge), calls: calls.length, entry };
  }
}

/** It goes on where it stood, and is done with whatever it had begun. */
async function wakes(dialler: DiallerProcess): Promise<void> {
  dialler.thaws();
  await dialler.asks('stop', {});
}
