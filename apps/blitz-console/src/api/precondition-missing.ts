import { DomainError } from '@blitz/kernel';

export type PreconditionErrorCode = 'precondition_missing';

/** RFC 6585, 3: who saves says which version was looked at, or two administrators overwrite each other. Answered with 428. */
export class PreconditionMissing extends DomainError<PreconditionErrorCode> {
  constructor() {
    super('precondition_missing');
  }
}
