import type { AuditEventType } from '../audit-details.ts';

/** What is counted of calls. Those with a `reason` are counted by it. */
export const countedTypes = {
  plain: ['call_asked', 'call_placed', 'entry_right', 'entry_wrong', 'method_blocked'],
  byReason: ['call_failed', 'call_refused', 'guard_fired'],
} as const satisfies Record<string, readonly AuditEventType[]>;

export type CountedType = (typeof countedTypes)['plain' | 'byReason'][number];

export const bucketMs = { hour: 3_600_000, day: 86_400_000 } as const;
/** Of UTC. */
export type Bucket = keyof typeof bucketMs;

/** From this moment on, and before that one: milliseconds since the epoch, both where a bucket begins. */
export interface Span {
  readonly from: number;
  readonly before: number;
}

export interface CallCount {
  /** When its hour or day began. */
  readonly at: number;
  readonly type: CountedType;
  /** Empty where there is none. */
  readonly reason: string;
  readonly count: number;
}

/** What became of calls, as the journal tells it. */
export abstract class CallHistory {
  /** Only what happened: an hour without a call has no counts. */
  abstract counts(span: Span, bucket: Bucket): Promise<readonly CallCount[]>;
  /** From the provider's answer to the right code, in ms, of the last right codes in the span: at most `most`. */
  abstract timesToCode(span: Span, most: number): Promise<readonly number[]>;
  /**
   * Counts days once for all that will not change any more, so that a season need not be counted anew each time it is looked at.
   * @param stop begins no further day
   * @returns how many were counted
   */
  abstract countDays(now: number, stop?: AbortSignal): Promise<number>;
}
