import type { Actor, RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { AdministratorErrorCode } from './administrator-error.ts';
import type { Administrators } from './administrators.ts';

export interface Dismissal {
  readonly sub: string;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** Lets somebody work in blitz-console no more, from their next request on. Their account stays. */
export class DismissAdministrator {
  constructor(
    private readonly administrators: Administrators,
    private readonly deeds: RecordDeed,
  ) {}

  /** @throws DomainError `administrator_unknown`, `administrator_changed_meanwhile`, `last_root_stays` */
  async execute({ sub, expectedVersion, actor }: Dismissal): Promise<void> {
    const before = await this.administrators.find(sub);
    if (before === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    await this.administrators.remove(sub, expectedVersion);
    this.deeds.execute({ actor, resource: 'administrator', deed: 'dismissed', target: sub, sub, before: { roles: before.roles } });
  }
}
