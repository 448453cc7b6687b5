import type { Accounts } from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';
import { openEntries } from './asked-entries.ts';
import type { CallProvider, CheckOutcome } from '../call-provider.ts';
import { accountOf } from '../challenge-id.ts';
import type { ChallengeIds } from '../challenge-ids.ts';
import type { Challenges } from '../challenges.ts';
import type { CheckAnswer } from './check-rules.ts';
import type { EntryNotes } from '../entry-notes.ts';
import type { FlashCallSettings } from '../flash-call-settings.ts';
import type { OpenEntries, PaidEntry } from './open-entries.ts';
import { phoneOf } from '../phone-of.ts';

export interface CheckJob {
  readonly challengeId: string;
  readonly entry: string;
  readonly correlation: string;
}

/** What became of a check, for the operator. */
export interface Checking {
  readonly outcome: CheckAnswer | 'not_mine';
  /** Why nobody could tell. */
  readonly hint?: string;
}

export interface CheckEntryStores {
  readonly challenges: Challenges;
  readonly entries: OpenEntries;
  readonly accounts: Accounts;
  readonly settings: FlashCallSettings;
  readonly ids: ChallengeIds;
}

/** The dialler's part in an entry: the provider is asked once, by whoever has claimed it. */
export class CheckEntry {
  constructor(
    private readonly stores: CheckEntryStores,
    private readonly provider: CallProvider,
    private readonly clock: Clock,
    private readonly notes: EntryNotes,
  ) {}

  async execute({ challengeId, entry, correlation }: CheckJob): Promise<Checking> {
    const { challenges, entries, settings } = this.stores;
    const paid = await entries.claim(challengeId, entry);
    if (paid === undefined) return { outcome: 'not_mine' };
    // A directory or a store that fails is an answer that nobody got.
    const judged = await this.#judge(paid, correlation).catch(() => unanswered('the account or its call could not be read'));
    const hint = judged.verdict === 'unanswered' ? { hint: judged.hint } : {};
    const { asker, renewed, origin } = paid;
    const at = this.clock.now();
    const conclusion = { id: challengeId, entry, renewed, answer: judged.verdict };
    const { verdict, first } = await challenges.conclude(asker, conclusion, at, settings.limits());
    const why = judged.verdict === 'unanswered' ? { reason: 'unanswered', ...hint } : {};
    if (first) this.notes.note(verdict, { asker, challengeId, origin, at, ...why });
    return { outcome: judged.verdict, ...hint };
  }

  async #judge({ challengeId, entry, typed }: PaidEntry, correlation: string): Promise<CheckOutcome> {
    const { challenges, accounts, settings, ids } = this.stores;
    const sub = accountOf(challengeId) ?? '';
    const [{ challenge }, account] = await Promise.all([challenges.look(sub), accounts.find(sub)]);
    if (challenge?.id !== challengeId || challenge.state !== 'awaiting' || challenge.made === undefined) return nobodyWaits;
    // Nobody waits for it any more: the provider need not know what was typed.
    if (!openEntries(challenge, this.clock.now()).some((each) => each.entry === entry)) return nobodyWaits;
    // The right digits of a call to another phone prove nothing about this account (security 23).
    if (account === undefined || !ids.isOf(challengeId, account)) return { verdict: 'wrong' };
    const phoneNumber = phoneOf(account, settings);
    if (phoneNumber === undefined) return { verdict: 'wrong' };
    return this.provider.check({ requestId: challengeId, phoneNumber, typed, call: challenge.made.call, correlation });
  }
}

function unanswered(hint: string): CheckOutcome {
  return { verdict: 'unanswered', hint };
}

const nobodyWaits = unanswered('nobody waited for the answer any more');
