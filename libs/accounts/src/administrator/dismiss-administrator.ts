import type { RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { AdministratorErrorCode } from './administrator-error.ts';
import type { Administrators } from './administrators.ts';
import { assertMayDecide, type Appointer } from './appointer.ts';

export interface Dismissal extends Appointer {
  readonly sub: string;
  readonly expectedVersion: number;
}

/** Lets somebody work in blitz-console no more, from their next request on. Their account stays. */
export class DismissAdministrator {
  constructor(
    private readonly administrators: Administrators,
    private readonly deeds: RecordDeed,
  ) {}

  /** @throws DomainError `administrator_unknown`, `administrator_changed_meanwhile`, `last_root_stays`, `own_roles_stay`, `privilege_not_held` */
  async execute({ sub, expectedVersion, actor, held }: Dismissal): Promise<void> {
    const before = await this.administrators.find(sub);
    if (before === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    assertMayDecide({ actor, held }, sub, before.roles);
    await this.administrators.remove(sub, expectedVersion);
    this.deeds.execute({ actor, resource: 'administrator', deed: 'dismissed', target: sub, sub, before: { roles: before.roles } });
  }
}
