import type { AuditTrail } from '@blitz/audit';
import type { Origin } from '../login/origin.ts';
import type { CallLedger } from './call-ledger.ts';
import type { Asker } from './challenges.ts';
import type { EntryVerdict } from './entry-rules.ts';
import type { FollowUpQueue } from './checks/follow-up-queue.ts';

export interface NotedEntry {
  readonly asker: Asker;
  readonly challengeId: string;
  readonly origin: Origin;
  readonly at: number;
  /** Why nobody could tell whether it was right. */
  readonly reason?: string;
  /** For the administrator: what the procedure met. */
  readonly hint?: string;
}

/** What became of an entry, told to whom it concerns: the journal, the ledger of calls, a phone that still rings. */
export class EntryNotes {
  constructor(
    private readonly audit: AuditTrail,
    private readonly ledger: CallLedger,
    private readonly followUps: FollowUpQueue,
  ) {}

  note(answer: EntryVerdict, noted: NotedEntry): void {
    this.#write(answer, noted);
    const { completed } = answer;
    if (completed === undefined) return;
    this.ledger.completed(completed.route, Math.max(0, noted.at - completed.placedAt));
    if (completed.canHangUp) this.#hangUp(noted);
  }

  /** Not waited for: the person is through, and a phone stops ringing by itself. */
  #hangUp({ challengeId, origin }: NotedEntry): void {
    this.followUps.hangUp(challengeId, origin.correlationId).catch(() => undefined);
  }

  #write(answer: EntryVerdict, { asker: { sub, login }, origin, at, reason, hint }: NotedEntry): void {
    const common = { ...origin, at, sub, login, method: 'flashCall' as const };
    const { kind, triesLeft, budgetLeft, because, blockedUntil: until, blockBegins } = answer;
    if (kind === 'right') this.audit.record({ ...common, type: 'entry_right' });
    else if (kind === 'wrong' || kind === 'not_confirmed') {
      const details = { triesLeft, budgetLeft, ...(reason === undefined ? {} : { reason }), ...(hint === undefined ? {} : { hint }) };
      this.audit.record({ ...common, type: 'entry_wrong', details });
    } else {
      const details = { reason: kind, ...(because === undefined ? {} : { because }) };
      this.audit.record({ ...common, type: 'entry_refused', details });
    }
    if (blockBegins) this.audit.record({ ...common, type: 'method_blocked', details: { until } });
  }
}
