import type { components } from '@blitz/admin-client';
import { changingHeaders } from '../../../client/admin-api.ts';
import { notice } from '../../../client/interruptions.ts';
import { problemIn, problemOf } from '../../../client/problem.ts';

export type AccountImport = components['schemas']['AccountImport'];

export interface ImportChoice {
  readonly mode: AccountImport['mode'];
  readonly existing: AccountImport['existing'];
  readonly dryRun: boolean;
}

/** As the server has it. */
export const largestFile = 256 * 1024 * 1024;

/**
 * Sends a file as it lies on the disk. Resolves when all of it is there; the work goes on.
 * @throws Problem
 */
export async function sendFile(file: File, { mode, existing, dryRun }: ImportChoice): Promise<AccountImport> {
  const query = new URLSearchParams({ mode, existing, dry_run: String(dryRun) });
  const response = await fetch(`/blitz/admin/api/v1/users/imports?${query.toString()}`, { method: 'POST', body: file, headers: { ...changingHeaders(), 'content-type': 'text/csv' } }).catch((thrown: unknown) => {
    throw problemOf(thrown);
  });
  void notice(response);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemIn(response.status, body);
  return body as AccountImport;
}
