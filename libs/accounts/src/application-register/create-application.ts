import type { RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { ApplicationDraft } from '../application-draft/application-draft.ts';
import { metadataOf } from '../application-draft/application-metadata.ts';
import { ApplicationRefused, type DraftFault } from '../application-draft/application-refused.ts';
import { isNewClientId } from '../application-draft/client-id.ts';
import { draftFaults } from '../application-draft/draft-faults.ts';
import type { ApplicationDeed } from './application-deed.ts';
import type { ApplicationErrorCode } from './application-error.ts';
import type { ApplicationRegister, RegisteredApplication } from './application-register.ts';
import { newClientSecret } from './client-secret.ts';
import { described } from './described.ts';
import { assertMayGrant } from './may-grant.ts';

export interface CreateApplicationCommand extends ApplicationDeed {
  readonly draft: ApplicationDraft;
}

export interface CreatedApplication {
  readonly application: RegisteredApplication;
  /** Told this once. Native applications have none. */
  readonly secret?: string;
}

/** Makes an application known. */
export class CreateApplication {
  constructor(
    private readonly register: ApplicationRegister,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws ApplicationRefused; DomainError `privilege_not_held`, `application_exists` */
  async execute({ clientId, draft, actor, held }: CreateApplicationCommand): Promise<CreatedApplication> {
    assertMayGrant(held, { before: undefined, after: draft, showsSecret: true });
    const faults = [...idFaults(clientId), ...draftFaults(draft)];
    if (faults.length > 0) throw new ApplicationRefused(faults);
    const secret = draft.kind === 'native' ? {} : { secret: newClientSecret() };
    const application = await this.register.add({ clientId, metadata: metadataOf(draft), ...secret });
    if (application === undefined) throw new DomainError<ApplicationErrorCode>('application_exists');
    this.recordDeed.execute({ actor, resource: 'application', deed: 'created', target: clientId, after: described(clientId, draft) });
    return { application, ...secret };
  }
}

function idFaults(clientId: string): DraftFault[] {
  const expected = 'a letter, then up to 99 letters, digits, dots, dashes and underscores, without a row of seven digits and dashes; and none that blitz-idp uses itself';
  return isNewClientId(clientId) ? [] : [{ field: 'clientId', rule: 'client_id', expected }];
}
