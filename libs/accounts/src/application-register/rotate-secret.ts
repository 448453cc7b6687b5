import type { RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { DeedOnVersion } from './application-deed.ts';
import type { ApplicationErrorCode } from './application-error.ts';
import type { ApplicationRegister } from './application-register.ts';
import { newClientSecret } from './client-secret.ts';
import type { CreatedApplication } from './create-application.ts';
import { knownApplication, refuseVersion } from './known-application.ts';
import { assertMayGrant } from './may-grant.ts';

/** Gives an application another secret. The one of before is refused from then on: whoever rotates after a leak wants just that. */
export class RotateSecret {
  constructor(
    private readonly register: ApplicationRegister,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws ApplicationChanged; DomainError `application_unknown`, `application_without_secret`, `privilege_not_held` */
  async execute({ clientId, expectedVersion, actor, held }: DeedOnVersion): Promise<Required<CreatedApplication>> {
    const { known, before } = await knownApplication(this.register, clientId);
    assertMayGrant(held, { before, after: before, showsSecret: true });
    if (!known.hasSecret) throw new DomainError<ApplicationErrorCode>('application_without_secret');
    const secret = newClientSecret();
    const application = known.version === expectedVersion ? await this.register.replaceSecret(clientId, secret, expectedVersion) : undefined;
    if (application === undefined) return refuseVersion(this.register, clientId);
    this.recordDeed.execute({ actor, resource: 'application', deed: 'secret_rotated', target: clientId });
    return { application, secret };
  }
}
