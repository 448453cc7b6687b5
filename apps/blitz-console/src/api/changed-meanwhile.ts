import { DomainError } from '@blitz/kernel';

export type ChangedErrorCode = 'changed_meanwhile';

/** Somebody else saved before: answered with 412 and what stands there now, so that a page can show both. */
export class ChangedMeanwhile extends DomainError<ChangedErrorCode> {
  constructor(
    readonly version: number,
    /** As the route that reads it would answer; undefined: it is gone. */
    readonly current: object | undefined,
  ) {
    super('changed_meanwhile');
  }
}
