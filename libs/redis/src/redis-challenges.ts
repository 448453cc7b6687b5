import { DomainError } from '@blitz/kernel';
import {
  accountOf,
  Challenges,
  checkMs,
  diallingMs,
  handOverMs,
  queueMs,
  type Asker,
  type AskingVerdict,
  type Attempt,
  type CallLimits,
  type CallVerdict,
  type ClaimVerdict,
  type Conclusion,
  type Ending,
  type EntryVerdict,
  type ForgottenBudget,
  type JudgedAttempt,
  type Placement,
  type Presser,
  type Ring,
  type RingVerdict,
  type Standing,
} from '@blitz/factors';
import type { Redis } from 'ioredis';
import { budgetKey, challengeKey, handOverKey, liveChannel, loginKey, verdictKey } from './keys.ts';
import { readCallReply, readClaimReply, readFields, readForgottenBudget, readRingReply, readStanding } from './challenge-replies.ts';
import { readConclusion, readEntryReply } from './entry-replies.ts';
import { Script } from './script.ts';

const callScript = new Script(
  'call',
  ['challenge', 'budget', 'login'],
  ['login', 'id', 'press', 'now', 'total', 'blockMs', 'delayMs', 'queueMs', 'diallingMs', 'keepMs', 'channel', 'address', 'locale'],
);
const claimScript = new Script('claim', ['challenge', 'budget'], ['id', 'now', 'queueMs', 'diallingMs', 'channel']);
const placedScript = new Script('placed', ['challenge'], ['id', 'digest', 'tries', 'expiresAt', 'channel', 'procedure', 'memo', 'canHangUp', 'route', 'now', 'verifiedBy']);
const failedScript = new Script('failed', ['challenge', 'budget'], ['id', 'because', 'surelyNoCall', 'channel']);
const ringScript = new Script('ring', ['challenge'], ['id', 'ring', 'channel']);
const enterScript = new Script(
  'enter',
  ['challenge', 'budget', 'login', 'renewed', 'handOver'],
  ['login', 'id', 'digest', 'now', 'total', 'blockMs', 'channel', 'entry', 'until', 'renewed', 'handOverMs'],
);
const concludeScript = new Script(
  'conclude',
  ['challenge', 'budget', 'login', 'renewed', 'handOver', 'verdict'],
  ['login', 'id', 'entry', 'answer', 'now', 'total', 'blockMs', 'channel', 'keepMs', 'renewed', 'handOverMs'],
);

const unblockScript = new Script('unblock', ['challenge', 'budget'], ['now', 'channel']);
const resetScript = new Script('reset', ['challenge', 'budget'], ['now', 'channel']);

/** Longer than any login lives, so that a press can never be taken for the first one again (R3). */
const keepMs = 24 * 3_600_000;

/** Longer than anybody waits for a verdict. */
const verdictKeepMs = 60_000;

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

  async placed(id: string, placement: Placement, now: number, limits: CallLimits): Promise<boolean> {
    const sub = getAccount(id);
    const { verifiedBy, call, route } = placement;
    const digest = verifiedBy === 'digest' ? placement.digest : '';
    const args = { id, verifiedBy, digest, tries: limits.tries, expiresAt: now + limits.validityMs, channel: liveChannel(sub) };
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

  async enter({ sub, login }: Asker, attempt: Attempt, now: number, limits: CallLimits): Promise<EntryVerdict | AskingVerdict> {
    const { total, blockMs } = limits;
    const { id, entry, digest, renewed } = attempt;
    const args = { login, id, digest, now, total, blockMs, channel: liveChannel(sub), entry, until: now + checkMs, renewed, handOverMs };
    return readEntryReply(await enterScript.run(this.redis, entryKeys(sub, login, renewed), args), total);
  }

  async conclude({ sub, login }: Asker, judged: JudgedAttempt, now: number, limits: CallLimits): Promise<Conclusion> {
    const { total, blockMs } = limits;
    const { id, entry, answer, renewed } = judged;
    const keys = { ...entryKeys(sub, login, renewed), verdict: verdictKey(sub, entry) };
    const args = { login, id, entry, answer, now, total, blockMs, channel: liveChannel(sub), keepMs: verdictKeepMs, renewed, handOverMs };
    return readConclusion(await concludeScript.run(this.redis, keys, args));
  }

  async look(sub: string): Promise<Standing> {
    const replies = await this.redis.pipeline().hgetall(challengeKey(sub)).hgetall(budgetKey(sub)).exec();
    const [challenge, budget] = replies ?? [];
    const error = challenge?.[0] ?? budget?.[0];
    if (challenge === undefined || budget === undefined || error) throw error ?? new Error('Redis gave no answer');
    return readStanding(readFields(challenge[1]), readFields(budget[1]));
  }

  unblock(sub: string, now: number): Promise<ForgottenBudget> {
    return this.#forget(unblockScript, sub, now);
  }

  reset(sub: string, now: number): Promise<ForgottenBudget> {
    return this.#forget(resetScript, sub, now);
  }

  async #forget(script: typeof unblockScript, sub: string, now: number): Promise<ForgottenBudget> {
    const keys = { challenge: challengeKey(sub), budget: budgetKey(sub) };
    return readForgottenBudget(await script.run(this.redis, keys, { now, channel: liveChannel(sub) }));
  }
}

type EntryKey = 'challenge' | 'budget' | 'login' | 'renewed' | 'handOver';

function entryKeys(sub: string, login: string, renewed: string): Record<EntryKey, string> {
  return {
    challenge: challengeKey(sub),
    budget: budgetKey(sub),
    login: loginKey(sub, login),
    renewed: loginKey(sub, renewed),
    handOver: handOverKey(sub, login),
  };
}

function getAccount(challengeId: string): string {
  const sub = accountOf(challengeId);
  if (sub === undefined) throw new DomainError('challenge_unknown');
  return sub;
}
