import type { RecordDeed } from '@blitz/audit';
import type { DeedOnVersion } from './application-deed.ts';
import type { ApplicationRegister } from './application-register.ts';
import { described } from './described.ts';
import { knownApplication, refuseVersion } from './known-application.ts';
import { assertMayGrant } from './may-grant.ts';

/** Forgets an application: nobody logs in to it any more, and its tokens are good for nothing. */
export class DeleteApplication {
  constructor(
    private readonly register: ApplicationRegister,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws ApplicationChanged; DomainError `application_unknown`, `privilege_not_held` */
  async execute({ clientId, expectedVersion, actor, held }: DeedOnVersion): Promise<void> {
    const { known, before } = await knownApplication(this.register, clientId);
    assertMayGrant(held, { before, after: undefined, showsSecret: false });
    const isGone = known.version === expectedVersion && (await this.register.remove(clientId, expectedVersion));
    if (!isGone) return refuseVersion(this.register, clientId);
    this.recordDeed.execute({ actor, resource: 'application', deed: 'deleted', target: clientId, before: described(clientId, before) });
  }
}
