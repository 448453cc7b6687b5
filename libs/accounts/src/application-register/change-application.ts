import type { RecordDeed } from '@blitz/audit';
import type { ApplicationDraft } from '../application-draft/application-draft.ts';
import { changedMetadata } from '../application-draft/application-metadata.ts';
import { ApplicationRefused, type DraftFault } from '../application-draft/application-refused.ts';
import { draftFaults } from '../application-draft/draft-faults.ts';
import type { DeedOnVersion } from './application-deed.ts';
import type { ApplicationRegister, RegisteredApplication } from './application-register.ts';
import { described } from './described.ts';
import { knownApplication, refuseVersion } from './known-application.ts';
import { assertMayGrant } from './may-grant.ts';

export interface ChangeApplicationCommand extends DeedOnVersion {
  readonly draft: ApplicationDraft;
}

/** Replaces what is known of an application. Its id, its kind and its secret stay. */
export class ChangeApplication {
  constructor(
    private readonly register: ApplicationRegister,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws ApplicationRefused, ApplicationChanged; DomainError `application_unknown`, `privilege_not_held` */
  async execute({ clientId, draft, expectedVersion, actor, held }: ChangeApplicationCommand): Promise<RegisteredApplication> {
    const { known, before } = await knownApplication(this.register, clientId);
    assertMayGrant(held, { before, after: draft, showsSecret: false });
    const faults = [...kindFaults(before, draft), ...draftFaults(draft)];
    if (faults.length > 0) throw new ApplicationRefused(faults);
    // What was judged above is what is changed below: both are of one version.
    if (known.version !== expectedVersion) return refuseVersion(this.register, clientId);
    const changed = await this.register.change(clientId, changedMetadata(known.metadata, draft), expectedVersion);
    if (changed === undefined) return refuseVersion(this.register, clientId);
    this.recordDeed.execute({ actor, resource: 'application', deed: 'changed', target: clientId, before: described(clientId, before), after: described(clientId, draft) });
    return changed;
  }
}

/** A kind that changes would make a secret public, or a person's browser an administrator's program. */
function kindFaults(before: ApplicationDraft, after: ApplicationDraft): DraftFault[] {
  return before.kind === after.kind ? [] : [{ field: 'kind', rule: 'kind_fixed', expected: before.kind }];
}
