import { TestCallLimits } from '../test-call/test-call-limits.ts';

/** Allows until a test says otherwise. */
export class FakeTestCallLimits extends TestCallLimits {
  until: number | undefined;
  readonly taken: { readonly author: string; readonly phoneNumber: string }[] = [];

  take(author: string, phoneNumber: string): Promise<number | undefined> {
    this.taken.push({ author, phoneNumber });
    return Promise.resolve(this.until);
  }
}
