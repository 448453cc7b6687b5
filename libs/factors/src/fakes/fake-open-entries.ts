import { accountOf } from '../flash-call/challenge-id.ts';
import type { EntryVerdict } from '../flash-call/entry-rules.ts';
import { OpenEntries, type PaidEntry } from '../flash-call/checks/open-entries.ts';
import type { FakeChallenges } from './fake-challenges.ts';

/** Waits for nobody, unless it is told how: what was not concluded when it is asked for comes too late. */
export class FakeOpenEntries extends OpenEntries {
  readonly #kept = new Map<string, PaidEntry>();

  waits: (found: () => EntryVerdict | undefined) => Promise<EntryVerdict | undefined> = (found) => Promise.resolve(found());

  constructor(private readonly challenges: FakeChallenges) {
    super();
  }

  keep(paid: PaidEntry): Promise<void> {
    this.#kept.set(`${paid.challengeId} ${paid.entry}`, paid);
    return Promise.resolve();
  }

  claim(challengeId: string, entry: string): Promise<PaidEntry | undefined> {
    const key = `${challengeId} ${entry}`;
    const paid = this.#kept.get(key);
    this.#kept.delete(key);
    return Promise.resolve(paid);
  }

  verdict(challengeId: string, entry: string): Promise<EntryVerdict | undefined> {
    return this.waits(() => this.challenges.verdictOf(accountOf(challengeId) ?? '', entry));
  }
}
