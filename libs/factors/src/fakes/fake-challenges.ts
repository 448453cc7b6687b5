import { call, claim, failed, placed, type CallVerdict, type ClaimVerdict, type Placement } from '../flash-call/call-rules.ts';
import { accountOf } from '../flash-call/challenge-id.ts';
import { Challenges, type Asker, type Presser } from '../flash-call/challenges.ts';
import type { Ending } from '../flash-call/challenge.ts';
import { enter, type EntryVerdict } from '../flash-call/entry-rules.ts';
import type { CallLimits } from '../flash-call/limits.ts';
import { untouched, type Standing } from '../flash-call/standing.ts';
import { ring, type RingVerdict } from '../flash-call/ring-rules.ts';
import type { Ring } from '../flash-call/ring.ts';
import type { Step } from '../flash-call/call-rules.ts';
import type { FakeLogins } from './fake-logins.ts';

/** The rules, over a map: the oracle of the contract. */
export class FakeChallenges extends Challenges {
  readonly #standings = new Map<string, Standing>();
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

  async enter(asker: Asker, id: string, digest: string, now: number, limits: CallLimits, renewed: string): Promise<EntryVerdict> {
    const live = this.#logins.has(asker.sub, asker.login);
    const verdict = await this.#step(asker.sub, (standing) =>
      enter(standing, { login: asker.login, live, id, digest, now }, limits),
    );
    if (verdict.kind === 'right') this.#logins.prove(asker.sub, asker.login, 'flashCall', renewed, id);
    return verdict;
  }

  look(sub: string): Promise<Standing> {
    return Promise.resolve(this.#standings.get(sub) ?? untouched);
  }

  #step<Verdict>(sub: string, rule: (standing: Standing) => Step<Verdict>): Promise<Verdict> {
    const { standing, verdict } = rule(this.#standings.get(sub) ?? untouched);
    this.#standings.set(sub, standing);
    return Promise.resolve(verdict);
  }
}
