import type { ForgottenBudget } from '../care/care-rules.ts';
import type { CallVerdict, ClaimVerdict, Placement } from './call-rules.ts';
import type { CheckAnswer } from './checks/check-rules.ts';
import type { Ending } from './challenge.ts';
import type { AskingVerdict, EntryVerdict } from './entry-rules.ts';
import type { CallLimits } from './limits.ts';
import type { RingVerdict } from './ring-rules.ts';
import type { Ring } from './ring.ts';
import type { Standing } from './standing.ts';

/** Whose challenge, in which login. */
export interface Asker {
  readonly sub: string;
  readonly login: string;
}

/** Who presses, and what a provider may be told of them; left out when it isn't known. */
export interface Presser extends Asker {
  readonly address?: string;
  /** Language of the person's pages. */
  readonly locale?: string;
}

export interface Attempt {
  /** The challenge that the browser was asked with. */
  readonly id: string;
  /** The entry's own name. */
  readonly entry: string;
  readonly digest: string;
  /** The login's name if it is right. */
  readonly renewed: string;
}

export interface JudgedAttempt extends Omit<Attempt, 'digest'> {
  readonly answer: CheckAnswer;
}

export interface Conclusion {
  readonly verdict: EntryVerdict;
  /** True for exactly one of any number of callers. */
  readonly first: boolean;
}

/**
 * Where challenges and budgets are kept. Each deed is atomic and follows the rules in `call-rules.ts`, `entry-rules.ts` and
 * `care-rules.ts`.
 * A challenge's id names its account (`<sub>.<random>`), so that a job needs nothing but the id.
 */
export abstract class Challenges {
  abstract call(asker: Presser, press: number, id: string, now: number, limits: CallLimits): Promise<CallVerdict>;
  abstract claim(id: string, now: number): Promise<ClaimVerdict>;
  abstract placed(id: string, placement: Placement, now: number, limits: CallLimits): Promise<boolean>;
  abstract failed(id: string, because: Ending, surelyNoCall: boolean): Promise<boolean>;
  abstract ring(id: string, ring: Ring): Promise<RingVerdict>;
  /**
   * A right entry marks the login and gives it the name `renewed` in the same deed: a crash after it can neither lose nor
   * repeat it, and whoever knows only the old name has nothing once the new one was used (`Logins.handOver`). `asking`: paid
   * for, and the provider has to be asked.
   */
  abstract enter(asker: Asker, attempt: Attempt, now: number, limits: CallLimits): Promise<EntryVerdict | AskingVerdict>;
  /** The end of an entry that was `asking`. Whatever is said about it later, the first word counts, and is given back. */
  abstract conclude(asker: Asker, judged: JudgedAttempt, now: number, limits: CallLimits): Promise<Conclusion>;
  abstract look(sub: string): Promise<Standing>;
  /** An administrator gives a new budget; the call under way goes on. Answers what it had come to. */
  abstract unblock(sub: string, now: number): Promise<ForgottenBudget>;
  /** An administrator has the account begin anew: the live call is forgotten, too. */
  abstract reset(sub: string, now: number): Promise<ForgottenBudget>;
}
