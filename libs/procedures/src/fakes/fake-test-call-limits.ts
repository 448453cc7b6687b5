import { TestCallLimits } from '../test-call/test-call-limits.ts';

/** Allows until a test says otherwise. */
export class FakeTestCallLimits extends TestCallLimits {
  until: number | undefined;
  readonly taken: { readonly author: string; readonly phoneNumber: string }[] = [];

  /** How many drafts were looked at; refused from this one on. */
  drafts = 0;
  mostDrafts = Number.POSITIVE_INFINITY;

  examine(): Promise<number | undefined> {
    this.drafts += 1;
    return Promise.resolve(this.drafts > this.mostDrafts ? 1_900_000_000_000 : undefined);
  }

  /** Drafts that were looked at while they were typed. */
  glances = 0;
  mostGlances = Number.POSITIVE_INFINITY;

  glance(): Promise<number | undefined> {
    this.glances += 1;
    return Promise.resolve(this.glances > this.mostGlances ? 1_900_000_000_000 : undefined);
  }

  take(author: string, phoneNumber: string): Promise<number | undefined> {
    this.taken.push({ author, phoneNumber });
    return Promise.resolve(this.until);
  }
}
