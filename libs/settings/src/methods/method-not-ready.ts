import { DomainError } from '@blitz/kernel';
import type { MethodLack } from './method.ts';

/** A method was to be switched on that could not do its work; `missing` says what is lacking. */
export class MethodNotReady extends DomainError<'method_not_ready'> {
  constructor(
    readonly method: string,
    readonly missing: readonly MethodLack[],
  ) {
    super('method_not_ready', { method });
  }
}
