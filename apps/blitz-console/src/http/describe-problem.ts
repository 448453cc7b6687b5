import type { Clock } from '@blitz/kernel';
import type { Describe } from '@blitz/platform';
import { ProcedureRefused } from '@blitz/procedures';
import { ConfRefused, MethodNotReady } from '@blitz/settings';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { etag } from '../api/tagged.ts';

/** What answers tell beyond an error's details: what is wrong where, what stands there now, and when to come back. */
export function describeProblem(clock: Clock): Describe {
  return (error) => {
    if (error instanceof ProcedureRefused) {
      return { problems: error.problems.map(({ line, column, message }) => ({ line, column, message })) };
    }
    if (error instanceof FieldsInvalid) return { fields: error.fields.map(({ pointer, rule, expected, limit }) => ({ pointer, rule, expected, ...(limit === undefined ? {} : { limit }) })) };
    if (error instanceof MethodNotReady) return whatIsMissing(error);
    if (error instanceof ConfRefused) return { problems: error.problems.map(({ line, key, expected }) => ({ line, key, expected })) };
    if (error instanceof ChangedMeanwhile) return whatStandsThere(error);
    const { until } = error.details;
    return typeof until === 'number' ? { retryAfterSec: Math.max(1, Math.ceil((until - clock.now()) / 1000)) } : {};
  };
}

/** The version that stands there now, with the tag to save over it; without both when it is gone. */
function whatStandsThere({ version, current }: ChangedMeanwhile): ReturnType<Describe> {
  if (current === undefined) return {};
  // Through JSON and back: what an answer would be made of is what a problem may hold.
  return { etag: etag(version), current: JSON.parse(JSON.stringify(current)) as ReturnType<Describe> };
}

/** Words for programs; pages have their own. */
function whatIsMissing({ missing }: MethodNotReady): ReturnType<Describe> {
  return { missing: missing.map(({ what, about }) => ({ what, ...(about !== undefined && { about }) })) };
}
