import { CallQueue } from '../flash-call/call-queue.ts';

/** Keeps what was added, in order. */
export class FakeCallQueue extends CallQueue {
  readonly jobs: { readonly challengeId: string; readonly correlation: string }[] = [];
  /** What happens instead, when the queue is down. */
  broken: ((challengeId: string) => Promise<void>) | undefined;

  add(challengeId: string, correlation: string): Promise<void> {
    if (this.broken !== undefined) return this.broken(challengeId);
    this.jobs.push({ challengeId, correlation });
    return Promise.resolve();
  }
}
