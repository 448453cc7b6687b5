import { DomainError } from '@blitz/kernel';
import type { ApplicationErrorCode } from '../application-register/application-error.ts';

/** What is wrong with one field of a draft, or with one entry of a list in it. */
export interface DraftFault {
  readonly field: 'kind' | 'clientId' | 'name' | 'redirectUris' | 'postLogoutRedirectUris' | 'privileges';
  readonly index?: number;
  /** A word for programs. */
  readonly rule: string;
  /** For people, in English. */
  readonly expected: string;
}

/** An application can't be saved like this; nothing was changed. */
export class ApplicationRefused extends DomainError<ApplicationErrorCode> {
  constructor(readonly faults: readonly DraftFault[]) {
    super('application_refused');
  }
}
