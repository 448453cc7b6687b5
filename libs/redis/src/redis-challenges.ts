import { DomainError } from '@blitz/kernel';
import {
  accountOf,
  Challenges,
  diallingMs,
  queueMs,
  type Asker,
  type CallLimits,
  type CallVerdict,
  type ClaimVerdict,
  type Ending,
  type EntryVerdict,
  type Placement,
  type Presser,
  type Ring,
  type RingVerdict,
  type Standing,
} from '@blitz/factors';
import type { Redis } from 'ioredis';
import { budgetKey, challengeKey, liveChannel, loginKey } from './keys.ts';
import { readCallReply, readClaimReply, readEntryReply, readFields, readRingReply, readStanding } from './challenge-replies.ts';
import { Script } from './script.ts';

const callScript = new Script(
  'call',
  ['challenge', 'budget', 'login'],
  ['login', 'id', 'press', 'now', 'total', 'blockMs', 'delayMs', 'queueMs', 'diallingMs', 'keepMs', 'channel', 'address', 'locale'],
);
const claimScript = new Script('claim', ['challenge', 'budget'], ['id', 'now', 'queueMs', 'diallingMs', 'channel']);
const placedScript = new Script('placed', ['challenge'], ['id', 'digest', 'tries', 'expiresAt', 'channel', 'procedure', 'memo', 'canHangUp', 'route', 'now']);
const failedScript = new Script('failed', ['challenge', 'budget'], ['id', 'because', 'surelyNoCall', 'channel']);
const ringScript = new Script('ring', ['challenge'], ['id', 'ring', 'channel']);
const enterScript = new Script(
  'enter',
  ['challenge', 'budget', 'login', 'renewed'],
  ['login', 'id', 'digest', 'now', 'total', 'blockMs', 'channel'],
);

/** Longer than any login lives, so that a press can never be taken for the first one again (R3). */
const keepMs = 24 * 3_600_000;

/** Challenges in Redis: each deed one Lua script, all its keys in one slot. */
export class RedisChallenges extends Challenges {
  constructor(private readonly redis: Redis) {
    super();
  }

  async call(asker: Presser, press: number, id: string, now: number, limits: CallLimits): Promise<CallVerdict> {
    const { sub, login, address = '', locale = '' } = asker;
    const { total, blockMs, delayMs } = limits;
    const reply = await callScript.run(
      this.redis,
      { challenge: challengeKey(sub), budget: budgetKey(sub), login: loginKey(sub, login) },
      {
        ...{ login, id, press, now, total, blockMs, delayMs, queueMs, diallingMs, keepMs },
        ...{ channel: liveChannel(sub), address, locale },
      },
    );
    return readCallReply(reply, total);
  }

  async claim(id: string, now: number): Promise<ClaimVerdict> {
    const sub = getAccount(id);
    const keys = { challenge: challengeKey(sub), budget: budgetKey(sub) };
    return readClaimReply(
      await claimScript.run(this.redis, keys, { id, now, queueMs, diallingMs, channel: liveChannel(sub) }),
    );
  }

  async placed(id: string, { digest, call, route }: Placement, now: number, limits: CallLimits): Promise<boolean> {
    const sub = getAccount(id);
    const args = { id, digest, tries: limits.tries, expiresAt: now + limits.validityMs, channel: liveChannel(sub) };
    const made = { ...call, canHangUp: call.canHangUp ? 1 : 0, route: JSON.stringify(route), now };
    return (await placedScript.run(this.redis, { challenge: challengeKey(sub) }, { ...args, ...made })) === 1;
  }

  async failed(id: string, because: Ending, surelyNoCall: boolean): Promise<boolean> {
    const sub = getAccount(id);
    const keys = { challenge: challengeKey(sub), budget: budgetKey(sub) };
    const args = { id, because, surelyNoCall: surelyNoCall ? 1 : 0, channel: liveChannel(sub) };
    return (await failedScript.run(this.redis, keys, args)) === 1;
  }

  async ring(id: string, ring: Ring): Promise<RingVerdict> {
    const sub = getAccount(id);
    return readRingReply(await ringScript.run(this.redis, { challenge: challengeKey(sub) }, { id, ring, channel: liveChannel(sub) }));
  }

  async enter(
    { sub, login }: Asker,
    id: string,
    digest: string,
    now: number,
    limits: CallLimits,
    renewed: string,
  ): Promise<EntryVerdict> {
    const { total, blockMs } = limits;
    const reply = await enterScript.run(
      this.redis,
      {
        challenge: challengeKey(sub),
        budget: budgetKey(sub),
        login: loginKey(sub, login),
        renewed: loginKey(sub, renewed),
      },
      { login, id, digest, now, total, blockMs, channel: liveChannel(sub) },
    );
    return readEntryReply(reply, total);
  }

  async look(sub: string): Promise<Standing> {
    const replies = await this.redis.pipeline().hgetall(challengeKey(sub)).hgetall(budgetKey(sub)).exec();
    const [challenge, budget] = replies ?? [];
    const error = challenge?.[0] ?? budget?.[0];
    if (challenge === undefined || budget === undefined || error) throw error ?? new Error('Redis gave no answer');
    return readStanding(readFields(challenge[1]), readFields(budget[1]));
  }
}

function getAccount(challengeId: string): string {
  const sub = accountOf(challengeId);
  if (sub === undefined) throw new DomainError('challenge_unknown');
  return sub;
}
