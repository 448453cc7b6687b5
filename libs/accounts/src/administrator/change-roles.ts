import type { RecordDeed } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { AdministratorErrorCode } from './administrator-error.ts';
import type { Administrator } from './administrator.ts';
import type { Administrators } from './administrators.ts';
import { assertMayDecide, type Appointer } from './appointer.ts';
import { readRoles } from './read-roles.ts';

export interface RolesChange extends Appointer {
  readonly sub: string;
  readonly roles: readonly string[];
  readonly expectedVersion: number;
}

/** Gives an administrator other roles; what they may do changes with their next request. */
export class ChangeRoles {
  constructor(
    private readonly administrators: Administrators,
    private readonly clock: Clock,
    private readonly deeds: RecordDeed,
  ) {}

  /**
   * @throws DomainError `administrator_unknown`, `administrator_changed_meanwhile`, `roles_invalid`, `last_root_stays`,
   * `own_roles_stay`, `privilege_not_held`
   */
  async execute({ sub, roles: wanted, expectedVersion, actor, held }: RolesChange): Promise<Administrator> {
    const roles = readRoles(wanted);
    const before = await this.administrators.find(sub);
    if (before === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    if (before.version !== expectedVersion) throw new DomainError<AdministratorErrorCode>('administrator_changed_meanwhile');
    const moved = [...before.roles, ...roles].filter((role) => before.roles.includes(role) !== roles.includes(role));
    assertMayDecide({ actor, held }, sub, moved);
    const changed = await this.administrators.save({ sub, roles, expectedVersion, at: this.clock.now() });
    this.deeds.execute({ actor, resource: 'administrator', deed: 'roles_changed', target: sub, sub, before: { roles: before.roles }, after: { roles } });
    return changed;
  }
}
