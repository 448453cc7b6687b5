import { bucketMs, type Bucket, type Span } from '@blitz/audit';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { longestDays } from './calls.routes.ts';

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly bucket?: Bucket;
}

/** @throws FieldsInvalid */
export function readSpan({ from, to, bucket = 'hour' }: Asked, now: number): { readonly span: Span; readonly bucket: Bucket } {
  const before = to === undefined ? now : Date.parse(to);
  const begin = from === undefined ? before - bucketMs.day : Date.parse(from);
  if (Number.isNaN(before)) throw refused('to', 'must be a date-time');
  if (Number.isNaN(begin) || begin >= before) throw refused('from', 'must be before `to`');
  const longest = longestDays[bucket];
  if (before - begin > longest * bucketMs.day) throw refused('from', `must be at most ${longest} days before \`to\` when bucket=${bucket}`);
  return { span: { from: begin, before }, bucket };
}

function refused(name: string, expected: string): FieldsInvalid {
  return new FieldsInvalid([{ pointer: `/query/${name}`, rule: 'span', expected }]);
}
