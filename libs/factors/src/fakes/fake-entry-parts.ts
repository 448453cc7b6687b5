import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { CodeChecks } from '../flash-call/checks/code-checks.ts';
import { EntryNotes } from '../flash-call/entry-notes.ts';
import type { FlashCallSettings } from '../flash-call/flash-call-settings.ts';
import { FakeCallLedger } from './fake-call-ledger.ts';
import type { FakeChallenges } from './fake-challenges.ts';
import { FakeFollowUpQueue } from './fake-follow-up-queue.ts';
import { FakeOpenEntries } from './fake-open-entries.ts';

interface World {
  readonly challenges: FakeChallenges;
  readonly settings: FlashCallSettings;
  readonly clock: Clock;
  readonly audit: AuditTrail;
}

/** What an entry needs beside the challenges; no provider is there to answer. */
export function fakeEntryParts({ challenges, settings, clock, audit }: World): { readonly checks: CodeChecks; readonly notes: EntryNotes } {
  const queue = new FakeFollowUpQueue();
  const notes = new EntryNotes(audit, new FakeCallLedger(), queue);
  return { notes, checks: new CodeChecks(challenges, { entries: new FakeOpenEntries(challenges), queue }, settings, clock, notes) };
}
