import { DomainError } from '@blitz/kernel';
import type { Privilege } from '../application/privilege.ts';
import type { ApplicationDraft } from '../application-draft/application-draft.ts';
import type { ApplicationErrorCode } from './application-error.ts';

/** An application before and after a deed; undefined where there is none. */
interface Deed {
  readonly before: ApplicationDraft | undefined;
  readonly after: ApplicationDraft | undefined;
  /** Whoever acts gets to know its secret. */
  readonly showsSecret: boolean;
}

/**
 * Who may deal with programs that have privileges. Such a program acts in the console as an administrator does, so it is an
 * administrator's business (`w_admin`), and nobody can give it, nor come to hold in its secret, what they may not do themselves:
 * or whoever looks after applications would be root in two steps.
 *
 * @param held by whoever acts
 * @throws DomainError `privilege_not_held` with the first `privilege` that is lacking
 */
export function assertMayGrant(held: readonly Privilege[], { before, after, showsSecret }: Deed): void {
  const [had, gets] = [privilegesOf(before), privilegesOf(after)];
  if (had.length === 0 && gets.length === 0) return;
  const added = showsSecret ? gets : gets.filter((each) => !had.includes(each));
  const lacking = (['w_admin', ...added] as const).find((each) => !held.includes(each));
  if (lacking !== undefined) throw new DomainError<ApplicationErrorCode>('privilege_not_held', { privilege: lacking });
}

function privilegesOf(draft: ApplicationDraft | undefined): readonly Privilege[] {
  return draft?.kind === 'machine' ? draft.privileges : [];
}
