import { DomainError } from '@blitz/kernel';
import type { FieldError, FieldsErrorCode } from './field-errors.ts';

/** Some fields can't be used; nothing was changed. Answered with 422. */
export class FieldsInvalid extends DomainError<FieldsErrorCode> {
  constructor(readonly fields: readonly FieldError[]) {
    super('fields_invalid');
  }
}
