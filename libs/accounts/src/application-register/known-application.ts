import { DomainError } from '@blitz/kernel';
import { draftOf } from '../application-draft/application-metadata.ts';
import type { ApplicationDraft } from '../application-draft/application-draft.ts';
import { ApplicationChanged } from './application-changed.ts';
import type { ApplicationErrorCode } from './application-error.ts';
import type { ApplicationRegister, RegisteredApplication } from './application-register.ts';

/** @throws DomainError `application_unknown` */
export async function knownApplication(register: ApplicationRegister, clientId: string): Promise<{ readonly known: RegisteredApplication; readonly before: ApplicationDraft }> {
  const known = await register.find(clientId);
  if (known === undefined) throw new DomainError<ApplicationErrorCode>('application_unknown');
  return { known, before: draftOf(clientId, known.metadata) };
}

/** Why a deed on a version did nothing. @throws ApplicationChanged; DomainError `application_unknown` when it is gone */
export async function refuseVersion(register: ApplicationRegister, clientId: string): Promise<never> {
  throw new ApplicationChanged((await knownApplication(register, clientId)).known);
}
