import { DomainError } from '@blitz/kernel';
import type { BlitzConfProblem } from '../file/blitz-conf-invalid.ts';

/** What was sent as a blitz.conf is none; `problems` tells each with its line. */
export class ConfRefused extends DomainError<'conf_invalid'> {
  constructor(readonly problems: readonly Omit<BlitzConfProblem, 'file'>[]) {
    super('conf_invalid', { problems: problems.length });
  }
}
