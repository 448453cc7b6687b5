import type { ApplicationDraft } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { AccessErrorCode } from '../access/access-error.ts';
import type { Caller } from '../access/caller.ts';

/**
 * A program with privileges is as good as another administrator: people confirm who they are before they make one or say what it
 * may do, as before any change of administrators.
 */
export function assertFreshFor(draft: ApplicationDraft, { kind, freshUntil = 0 }: Caller, now: number): void {
  if (draft.kind === 'machine' && kind === 'person' && freshUntil <= now) throw new DomainError<AccessErrorCode>('reauthentication_required');
}
