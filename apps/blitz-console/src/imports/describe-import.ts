import type { AccountImport as Told } from '@blitz/accounts';
import type { Static } from 'typebox';
import { moment, momentOrNull } from '../api/words.ts';
import type { AccountImport } from './imports.routes.ts';

export function describeImport({ id, options, state, phase, because, actor, bytes, bytesRead, line, counts, remarksLeftOut, startedAt, endedAt }: Told): Static<typeof AccountImport> {
  const { mode, existing, dryRun } = options;
  return {
    id, mode, existing, dry_run: dryRun, state, phase, because: because ?? null, actor, bytes, bytes_read: bytesRead, line,
    ...counts, remarks_left_out: remarksLeftOut, started_at: moment(startedAt), ended_at: momentOrNull(endedAt),
  };
}
