import type { CheckJob } from '../flash-call/checks/check-entry.ts';
import { FollowUpQueue } from '../flash-call/checks/follow-up-queue.ts';

/** Keeps what was added, and has it done at once by whoever is told to. */
export class FakeFollowUpQueue extends FollowUpQueue {
  readonly checks: CheckJob[] = [];
  /** The dialler; without one, nobody ever answers. */
  checking: ((job: CheckJob) => Promise<unknown>) | undefined;

  readonly hangUps: { readonly challengeId: string; readonly correlation: string }[] = [];
  /** What happens instead, when the queue is down. */
  broken: (() => Promise<void>) | undefined;

  async check(challengeId: string, entry: string, correlation: string): Promise<void> {
    if (this.broken !== undefined) return this.broken();
    const job = { challengeId, entry, correlation };
    this.checks.push(job);
    await this.checking?.(job);
  }

  hangUp(challengeId: string, correlation: string): Promise<void> {
    if (this.broken !== undefined) return this.broken();
    this.hangUps.push({ challengeId, correlation });
    return Promise.resolve();
  }
}
