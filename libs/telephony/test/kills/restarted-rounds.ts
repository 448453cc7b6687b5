import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diallingMs } from '@blitz/factors';
import { startRedis, type EmbeddedServer } from '@blitz/testing';
import { Redis } from 'ioredis';
import { until } from '../company.ts';
import type { DiallerProcess, Pressed } from './dialler-process.ts';
import { moments, type Plan } from './plan.ts';
import { endOf, someone, type Someone } from './someone.ts';
import { listens, type TelephoneWorld, type WiredDialler } from './telephone-world.ts';
import { ToldMoments } from './told-moments.ts';

const wireMs = 4;
/** Longer than a dialler may leave its job alone: the job is given to another while the first still waits for the provider. */
const longDownMs = 2_000;
const longAnswerMs = 3_500;
/** By then whatever nobody finished is given up. */
const givenUpMs = diallingMs + 1_000;

export interface RestartFacts {
  readonly plan: Plan;
  /** What the person was told, if anything. */
  readonly verdict: string;
  readonly calls: number;
  readonly state: string;
  readonly because: string;
  /** What the person's page is when all that nobody finished is given up. */
  readonly page: string;
  readonly next: { readonly verdict: string; readonly state: string; readonly calls: number; readonly entry: string };
  /** What the first press has cost in the end. */
  readonly cost: number;
  readonly callsAtLast: number;
  readonly jobsLeft: readonly string[];
}

/** Rounds one after the other with a Redis of their own: in each it is killed, with all connections, and started again. */
export class RestartedRounds {
  readonly facts: RestartFacts[] = [];
  readonly #password = randomUUID();
  #server: EmbeddedServer | undefined;
  #port: number | undefined;
  #told = new ToldMoments();
  #sub = '';

  constructor(
    private readonly world: TelephoneWorld,
    private readonly folder: string,
  ) {}

  async play(plans: readonly Plan[]): Promise<void> {
    const url = await this.#starts();
    const redis = new Redis(url);
    redis.on('error', () => undefined);
    const diallers = await Promise.all([this.world.dialler(url, wireMs), this.world.dialler(url, wireMs)]);
    await Promise.all(diallers.map(({ dialler }) => dialler.asks('dial', {})));
    try {
      for (const plan of plans) {
        this.facts.push(await this.#round(plan, diallers, redis).catch((cause: unknown) => {
          throw new Error(`in the round ${JSON.stringify(plan)}`, { cause });
        }));
      }
    } finally {
      await Promise.all(diallers.map(({ dialler }) => dialler.killed()));
      redis.disconnect();
      await this.#server?.stop();
    }
  }

  async #starts(): Promise<string> {
    const port = this.#port === undefined ? {} : { port: this.#port };
    this.#server = await startRedis({ folder: join(this.folder, 'redis'), appendOnly: true, password: this.#password, ...port });
    this.#port = this.#server.port;
    return this.#server.url;
  }

  async #restarts(diallers: readonly WiredDialler[], downMs: number): Promise<void> {
    const server = this.#server;
    if (server === undefined) throw new Error('no Redis was started');
    process.kill(server.pid, 'SIGKILL');
    for (const { wire } of diallers) wire.breaks();
    await server.stop();
    await pause(downMs);
    await this.#starts();
  }

  async #round(plan: Plan, diallers: readonly WiredDialler[], redis: Redis): Promise<RestartFacts> {
    const who = someone(plan.round);
    const desk = diallers[plan.round % 2]?.dialler;
    const url = this.#server?.url;
    if (desk === undefined || url === undefined) throw new Error('two diallers and a Redis are needed');
    await patiently(() => desk.asks('queue', {}));
    await patiently(() => desk.asks('login', who));
    const listener = await this.#expects(who, plan, url);
    const pressing = desk.asks('press', { ...who, number: 1 }).catch((): Pressed => ({ verdict: 'an error', challengeId: '' }));
    await this.#told.come(plan.from);
    await pause(plan.afterMs);
    listener.disconnect();
    await this.#restarts(diallers, isLong(plan) ? longDownMs : 0);
    const { verdict } = await pressing;
    await this.#nobodyIsAtIt(who, redis);
    const { standing, view } = await patiently(() => desk.asks('look', { ...who, ahead: givenUpMs }));
    const calls = (await this.world.calls(who.number)).length;
    const next = await this.#goesOn(who, desk, redis, standing.presses + 1);
    return {
      ...{ plan, verdict, calls, ...endOf(standing.challenge), page: view.kind, next, cost: next.spent - 1 },
      callsAtLast: (await this.world.calls(who.number)).length - next.calls,
      jobsLeft: await redis.keys(`{blitz}:calls:${who.sub}*`),
    };
  }

  async #expects(who: Someone, plan: Plan, url: string): Promise<Redis> {
    const { requestMs, fragile } = plan;
    const answerMs = isLong(plan) ? longAnswerMs : plan.answerMs;
    const told = (this.#told = new ToldMoments());
    this.#sub = who.sub;
    const steps = (['paid', 'claimed', 'stored'] as const).values();
    this.world.line.expects(who.number.slice(-10), { requestMs, answerMs, fragile, tells: (moment) => told.tells(moment) });
    return listens(url, {
      step: (sub) => {
        const step = sub === this.#sub ? steps.next().value : undefined;
        if (step !== undefined) told.tells(step);
      },
      taken: () => told.tells('taken'),
    });
  }

  #nobodyIsAtIt(who: Someone, redis: Redis): Promise<void> {
    return until(async () => (await redis.keys(`{blitz}:calls:${who.sub}*`)).length === 0, 60_000, 25);
  }

  async #goesOn(who: Someone, desk: DiallerProcess, redis: Redis, number: number): Promise<RestartFacts['next'] & { readonly spent: number }> {
    const then = { sub: who.sub, login: randomUUID(), ahead: givenUpMs };
    await patiently(() => desk.asks('queue', {}));
    await patiently(() => desk.asks('login', then));
    const { verdict, challengeId } = await desk.asks('press', { ...then, number });
    await this.#nobodyIsAtIt(who, redis);
    const { challenge, spent } = (await desk.asks('look', then)).standing;
    const calls = await this.world.callsFor(who.number, challengeId);
    const entry = await desk.asks('enter', { ...then, ahead: 0, id: challengeId, code: calls[0]?.from.slice(-4) ?? '' });
    return { verdict, state: challenge?.state ?? '', calls: calls.length, entry, spent };
  }
}

/** Every other round of each kind. */
const isLong = ({ round }: Plan): boolean => Math.floor(round / moments.length) % 2 === 1;

/** As a person reloads a page that says that something of ours is down. */
async function patiently<Result>(deed: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await deed();
    } catch (error) {
      if (tries === 20) throw error;
      await pause(100);
    }
  }
}
