import { DomainError } from '@blitz/kernel';
import type { SourceProblem } from '../compiler.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';

/** A procedure that can't be saved or tried; each problem with its place in the source, or 1:1 when it concerns the whole. */
export class ProcedureRefused extends DomainError<ProcedureErrorCode> {
  constructor(readonly problems: readonly SourceProblem[]) {
    super('procedure_invalid', { problems: problems.length });
  }
}
