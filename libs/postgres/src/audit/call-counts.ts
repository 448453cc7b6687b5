import { countedTypes } from '@blitz/audit';

/**
 * Counts events by hour or day of UTC, type, and reason where there is one. Without a reason the index alone is read.
 *
 * @param from, before expressions of the moments between which is counted
 */
export function callCounts(bucket: 'hour' | 'day', from: string, before: string): string {
  const of = (types: readonly string[], reason: string): string => `
    SELECT wanted.type, counted.at, counted.reason, counted.count
    FROM unnest(ARRAY['${types.join("', '")}']) AS wanted (type) CROSS JOIN LATERAL (
      SELECT date_bin('1 ${bucket}', at, '1970-01-01T00:00Z') AS at, ${reason} AS reason, count(*) AS count FROM audit_events
      WHERE type = wanted.type AND at >= ${from} AND at < ${before} GROUP BY 1, 2) AS counted`;
  return `${of(countedTypes.plain, "''")} UNION ALL ${of(countedTypes.byReason, "coalesce(details ->> 'reason', '')")}`;
}
