import type { RecordDeed } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Administrator } from './administrator.ts';
import type { Administrators } from './administrators.ts';
import { assertMayDecide, type Appointer } from './appointer.ts';
import { readRoles } from './read-roles.ts';

export interface Appointment extends Appointer {
  readonly sub: string;
  readonly roles: readonly string[];
}

/** Lets somebody work in blitz-console. */
export class AppointAdministrator {
  constructor(
    private readonly administrators: Administrators,
    private readonly clock: Clock,
    private readonly deeds: RecordDeed,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_exists`, `roles_invalid`, `own_roles_stay`, `privilege_not_held` */
  async execute({ sub, roles: wanted, actor, held }: Appointment): Promise<Administrator> {
    const roles = readRoles(wanted);
    assertMayDecide({ actor, held }, sub, roles);
    const appointed = await this.administrators.save({ sub, roles, expectedVersion: 0, at: this.clock.now() });
    this.deeds.execute({ actor, resource: 'administrator', deed: 'appointed', target: sub, sub, after: { roles } });
    return appointed;
  }
}
