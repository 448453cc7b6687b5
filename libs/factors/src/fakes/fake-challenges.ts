import { reset, unblock, type ForgottenBudget } from '../care/care-rules.ts';
import { call, claim, failed, placed, type CallVerdict, type ClaimVerdict, type Placement } from '../flash-call/call-rules.ts';
import { accountOf } from '../flash-call/challenge-id.ts';
import { Challenges, type Asker, type Attempt, type Conclusion, type JudgedAttempt, type Presser } from '../flash-call/challenges.ts';
import type { Ending } from '../flash-call/challenge.ts';
import { conclude } from '../flash-call/checks/check-rules.ts';
import { enter, type AskingVerdict, type EntryVerdict } from '../flash-call/entry-rules.ts';
import type { CallLimits } from '../flash-call/limits.ts';
import { untouched, type Standing } from '../flash-call/standing.ts';
import { ring, type RingVerdict } from '../flash-call/ring-rules.ts';
import type { Ring } from '../flash-call/ring.ts';
import type { Step } from '../flash-call/call-rules.ts';
import type { FakeLogins } from './fake-logins.ts';

/** The rules, over a map: the oracle of the contract. */
export class FakeChallenges extends Challenges {
  readonly #standings = new Map<string, Standing>();
  readonly #concluded = new Map<string, EntryVerdict>();
  readonly #logins: FakeLogins;

  constructor(logins: FakeLogins) {
    super();
    this.#logins = logins;
  }

  call(asker: Presser, press: number, id: string, now: number, limits: CallLimits): Promise<CallVerdict> {
    const { sub, login, address = '', locale = '' } = asker;
    const live = this.#logins.has(sub, login);
    return this.#step(sub, (standing) => call(standing, { login, live, id, press, address, locale, now }, limits));
  }

  claim(id: string, now: number): Promise<ClaimVerdict> {
    return this.#step(accountOf(id) ?? '', (standing) => claim(standing, id, now));
  }

  placed(id: string, placement: Placement, now: number, limits: CallLimits): Promise<boolean> {
    return this.#step(accountOf(id) ?? '', (standing) => placed(standing, id, placement, now, limits));
  }

  failed(id: string, because: Ending, surelyNoCall: boolean): Promise<boolean> {
    return this.#step(accountOf(id) ?? '', (standing) => failed(standing, id, because, surelyNoCall));
  }

  ring(id: string, now: Ring): Promise<RingVerdict> {
    return this.#step(accountOf(id) ?? '', (standing) => ring(standing, id, now));
  }

  async enter(asker: Asker, attempt: Attempt, now: number, limits: CallLimits): Promise<EntryVerdict | AskingVerdict> {
    const { sub, login } = asker;
    const { id, entry, digest, renewed } = attempt;
    const live = this.#logins.has(sub, login);
    const verdict = await this.#step(sub, (standing) => enter(standing, { login, live, id, entry, digest, now }, limits));
    if (verdict.kind === 'right') this.#logins.prove(sub, login, 'flashCall', { renewed, challengeId: id, at: now });
    return verdict;
  }

  async conclude(asker: Asker, judged: JudgedAttempt, now: number, limits: CallLimits): Promise<Conclusion> {
    const { sub, login } = asker;
    const { id, entry, renewed, answer } = judged;
    const known = this.#concluded.get(`${sub} ${entry}`);
    if (known !== undefined) return { verdict: known, first: false };
    const live = this.#logins.has(sub, login);
    const verdict = await this.#step(sub, (standing) => conclude(standing, { login, live, id, entry, answer, now }, limits));
    this.#concluded.set(`${sub} ${entry}`, verdict);
    if (verdict.kind === 'right') this.#logins.prove(sub, login, 'flashCall', { renewed, challengeId: id, at: now });
    return { verdict, first: true };
  }

  /** What was said about an entry, for whoever waits for it. */
  verdictOf(sub: string, entry: string): EntryVerdict | undefined {
    return this.#concluded.get(`${sub} ${entry}`);
  }

  look(sub: string): Promise<Standing> {
    return Promise.resolve(this.#standings.get(sub) ?? untouched);
  }

  unblock(sub: string, now: number): Promise<ForgottenBudget> {
    return this.#step(sub, (standing) => unblock(standing, now));
  }

  reset(sub: string, now: number): Promise<ForgottenBudget> {
    return this.#step(sub, (standing) => reset(standing, now));
  }

  #step<Verdict>(sub: string, rule: (standing: Standing) => Step<Verdict>): Promise<Verdict> {
    const { standing, verdict } = rule(this.#standings.get(sub) ?? untouched);
    this.#standings.set(sub, standing);
    return Promise.resolve(verdict);
  }
}
