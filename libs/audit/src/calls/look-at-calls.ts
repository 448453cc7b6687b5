import { bucketMs, type CallHistory, type Bucket, type CallCount, type CountedType, type Span } from './call-history.ts';

const mostTimes = 500;

/** What became of the calls of an hour or a day. */
export interface CallsOfBucket {
  readonly at: number;
  readonly asked: number;
  readonly placed: number;
  readonly failed: number;
  /** A press that made no call: too early, blocked, a guard. */
  readonly refused: number;
  /** The right code was typed in. */
  readonly completed: number;
}

export type ByReason = Readonly<Record<string, number>>;

export interface CallsOverview extends Span {
  readonly bucket: Bucket;
  /** Every hour or day of the span, also those without a call. */
  readonly buckets: readonly CallsOfBucket[];
  readonly totals: Omit<CallsOfBucket, 'at'> & { readonly wrongEntries: number; readonly blocksBegun: number };
  readonly failures: ByReason;
  readonly refusals: ByReason;
  readonly guards: ByReason;
  /** Of the last codes; undefined when none was entered. */
  readonly timeToCode: { readonly codes: number; readonly meanMs: number; readonly p50Ms: number; readonly p90Ms: number } | undefined;
}

/** What became of calls: over time, and why they were not made. */
export class LookAtCalls {
  constructor(private readonly history: CallHistory) {}

  /** @param span any two moments: hours and days that it touches are told whole */
  async execute(span: Span, bucket: Bucket): Promise<CallsOverview> {
    const width = bucketMs[bucket];
    const whole = { from: Math.floor(span.from / width) * width, before: Math.ceil(span.before / width) * width };
    const [counts, times] = await Promise.all([this.history.counts(whole, bucket), this.history.timesToCode(whole, mostTimes)]);
    const sum = (type: CountedType, at?: number): number =>
      counts.reduce((total, each) => (each.type === type && (at === undefined || each.at === at) ? total + each.count : total), 0);
    return {
      ...whole,
      bucket,
      buckets: bucketsOf(whole, width, counts),
      totals: {
        ...{ asked: sum('call_asked'), placed: sum('call_placed'), failed: sum('call_failed'), refused: sum('call_refused') },
        ...{ completed: sum('entry_right'), wrongEntries: sum('entry_wrong'), blocksBegun: sum('method_blocked') },
      },
      failures: byReason(counts, 'call_failed'),
      refusals: byReason(counts, 'call_refused'),
      guards: byReason(counts, 'guard_fired'),
      timeToCode: timeToCode(times),
    };
  }
}

const names = { call_asked: 'asked', call_placed: 'placed', call_failed: 'failed', call_refused: 'refused', entry_right: 'completed' } as const;

function bucketsOf({ from, before }: Span, width: number, counts: readonly CallCount[]): CallsOfBucket[] {
  const buckets = Array.from({ length: Math.max(0, (before - from) / width) }, (_, at) => ({ at: from + at * width, asked: 0, placed: 0, failed: 0, refused: 0, completed: 0 }));
  for (const { at, type, count } of counts) {
    const bucket = buckets[(at - from) / width];
    if (bucket !== undefined && type in names) bucket[names[type as keyof typeof names]] += count;
  }
  return buckets;
}

/** The most frequent first. */
function byReason(counts: readonly CallCount[], type: CountedType): ByReason {
  const sums = new Map<string, number>();
  for (const each of counts) if (each.type === type) sums.set(each.reason, (sums.get(each.reason) ?? 0) + each.count);
  return Object.fromEntries([...sums].sort(([, one], [, other]) => other - one));
}

function timeToCode(times: readonly number[]): CallsOverview['timeToCode'] {
  if (times.length === 0) return undefined;
  const sorted = [...times].sort((one, other) => one - other);
  const quantile = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  const meanMs = Math.round(sorted.reduce((sum, each) => sum + each, 0) / sorted.length);
  return { codes: sorted.length, meanMs, p50Ms: quantile(0.5), p90Ms: quantile(0.9) };
}
