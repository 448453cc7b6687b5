import type { Clock } from '@blitz/kernel';
import type { Challenges } from '../challenges.ts';
import type { EntryNotes } from '../entry-notes.ts';
import type { EntryVerdict } from '../entry-rules.ts';
import type { FlashCallSettings } from '../flash-call-settings.ts';
import type { FollowUpQueue } from './follow-up-queue.ts';
import { verdictMs } from '../limits.ts';
import type { OpenEntries, PaidEntry } from './open-entries.ts';

/** The way of a paid entry to the dialler, who alone speaks to providers. */
export interface CheckWay {
  readonly entries: OpenEntries;
  readonly queue: FollowUpQueue;
}

/** Has a paid entry judged by the provider that keeps the code. Comes to an end in time, whatever becomes of the dialler. */
export class CodeChecks {
  constructor(
    private readonly challenges: Challenges,
    private readonly way: CheckWay,
    private readonly settings: FlashCallSettings,
    private readonly clock: Clock,
    private readonly notes: EntryNotes,
  ) {}

  async ask(paid: PaidEntry): Promise<EntryVerdict> {
    const { entries, queue } = this.way;
    const { challengeId, entry, origin } = paid;
    try {
      await entries.keep(paid);
      await queue.check(challengeId, entry, origin.correlationId);
    } catch {
      // Whether the job reached the queue can't be known. If it did, its answer may still be the first word.
      return this.#giveUp(paid, 'not_queued');
    }
    return (await entries.verdict(challengeId, entry, verdictMs)) ?? (await this.#giveUp(paid, 'unanswered'));
  }

  /** The entry was paid for and stays so: what nobody can tell was not right (R19). */
  async #giveUp({ asker, challengeId: id, entry, renewed, origin }: PaidEntry, reason: 'not_queued' | 'unanswered'): Promise<EntryVerdict> {
    const at = this.clock.now();
    const judged = { id, entry, renewed, answer: 'unanswered' } as const;
    const { verdict, first } = await this.challenges.conclude(asker, judged, at, this.settings.limits());
    if (first) this.notes.note(verdict, { asker, challengeId: id, origin, at, reason });
    return verdict;
  }
}
