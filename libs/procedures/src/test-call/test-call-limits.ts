/** Test calls ring real phones: so many and no more, whoever asks. */
export abstract class TestCallLimits {
  /** Drafts are compiled and rehearsed before anybody is called: so many and no more. @returns as `take` does */
  abstract examine(author: string, now: number): Promise<number | undefined>;

  /** Drafts are looked at while they are typed, too: more often, and never run by anybody else. @returns as `take` does */
  abstract glance(author: string, now: number): Promise<number | undefined>;

  /**
   * Counts in all of its windows at once, or in none.
   * @param author who asks; @param phoneNumber whose phone would ring
   * @returns undefined when the call may be made; otherwise when to try again, in milliseconds since the epoch
   */
  abstract take(author: string, phoneNumber: string, now: number): Promise<number | undefined>;
}

export const testCallsMs = 600_000;
export const testCallsOf = { author: 10, number: 5, all: 30, drafts: 100, glances: 600 } as const;
