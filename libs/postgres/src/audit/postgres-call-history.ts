import { bucketMs, CallHistory, type Bucket, type CallCount, type CountedType, type Span } from '@blitz/audit';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';
import { callCounts } from './call-counts.ts';

interface CountRow {
  readonly at: Date;
  readonly type: CountedType;
  readonly reason: string;
  readonly count: string;
}

/** Says that its day was counted, even if nothing happened on it. */
interface DayRow {
  readonly at: Date;
  readonly type: '';
}

const day = bucketMs.day;
/** So long after its end a day is counted: events wait in the memory of services while the database is away. */
const settledMs = 6 * bucketMs.hour;
/** As far back as anybody can look. */
const countedDays = 92;
/** Whoever needs longer for a code than it can live has typed in another one. */
const longestCode = '10 minutes';

const timesToCode = `
  WITH entries AS MATERIALIZED (
    SELECT sub, at FROM audit_events WHERE type = 'entry_right' AND at >= $1 AND at < $2 AND sub IS NOT NULL ORDER BY at DESC LIMIT $3)
  SELECT extract(epoch FROM entries.at - placed.at)::float8 * 1000 AS ms FROM entries CROSS JOIN LATERAL (
    SELECT at FROM audit_events
    WHERE sub = entries.sub AND type = 'call_placed' AND at <= entries.at AND at >= entries.at - interval '${longestCode}'
    ORDER BY at DESC LIMIT 1) AS placed`;

const keptDays = `
  SELECT day::timestamp AT TIME ZONE 'UTC' AS at, type, reason, count FROM call_days
  WHERE day >= ($1::timestamptz AT TIME ZONE 'UTC')::date AND day < ($2::timestamptz AT TIME ZONE 'UTC')::date`;

/** A day that two services count at once is counted the same by both. */
const countDay = `
  INSERT INTO call_days (day, type, reason, count)
  SELECT ($1::timestamptz AT TIME ZONE 'UTC')::date, type, reason, count FROM (
    SELECT type, reason, count FROM (${callCounts('day', '$1', '$2')}) AS counted UNION ALL SELECT '', '', 0) AS every
  ON CONFLICT (day, type, reason) DO NOTHING`;

export class PostgresCallHistory extends CallHistory {
  constructor(private readonly database: DataSource) {
    super();
  }

  /** Days that were counted once, and the others as they stand in the journal. */
  async counts(span: Span, bucket: Bucket): Promise<readonly CallCount[]> {
    if (bucket === 'hour') return this.#fromJournal(span, bucket);
    const kept = await this.#kept(span);
    const others = await Promise.all(missing(span, kept.days).map((each) => this.#fromJournal(each, bucket)));
    return [...kept.counts, ...others.flat()];
  }

  async timesToCode({ from, before }: Span, most: number): Promise<readonly number[]> {
    return (await rows<{ ms: number }>(this.database, timesToCode, [new Date(from), new Date(before), most])).map(({ ms }) => ms);
  }

  async countDays(now: number, stop?: AbortSignal): Promise<number> {
    const before = Math.floor((now - settledMs) / day) * day;
    const span = { from: before - countedDays * day, before };
    const kept = await this.#kept(span);
    const days = daysOf(span).filter((each) => !kept.days.has(each));
    let count = 0;
    for (const each of days) {
      if (stop?.aborted === true) break;
      await this.database.query(countDay, [new Date(each), new Date(each + day)]);
      count += 1;
    }
    return count;
  }

  async #kept({ from, before }: Span): Promise<{ readonly days: ReadonlySet<number>; readonly counts: readonly CallCount[] }> {
    const all = await rows<CountRow | DayRow>(this.database, keptDays, [new Date(from), new Date(before)]);
    const counts = all.flatMap((each) => (each.type === '' ? [] : [countOf(each)]));
    return { days: new Set(all.map(({ at }) => at.getTime())), counts };
  }

  async #fromJournal({ from, before }: Span, bucket: Bucket): Promise<readonly CallCount[]> {
    return (await rows<CountRow>(this.database, callCounts(bucket, '$1', '$2'), [new Date(from), new Date(before)])).map(countOf);
  }
}

/** What was not counted yet, in as few pieces as can be. */
function missing(span: Span, counted: ReadonlySet<number>): readonly Span[] {
  return daysOf(span).filter((each) => !counted.has(each)).reduce<Span[]>((pieces, each) => {
    const last = pieces.at(-1);
    return last?.before === each ? [...pieces.slice(0, -1), { ...last, before: each + day }] : [...pieces, { from: each, before: each + day }];
  }, []);
}

function daysOf({ from, before }: Span): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((before - from) / day)) }, (_, at) => from + at * day);
}

function countOf({ at, count, ...rest }: CountRow): CallCount {
  return { ...rest, at: at.getTime(), count: Number(count) };
}
