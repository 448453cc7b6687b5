import { DomainError } from '@blitz/kernel';
import type { ApplicationErrorCode } from './application-error.ts';
import type { RegisteredApplication } from './application-register.ts';

/** Somebody else changed the application after it was looked at. */
export class ApplicationChanged extends DomainError<ApplicationErrorCode> {
  constructor(readonly current: RegisteredApplication) {
    super('application_changed');
  }
}
