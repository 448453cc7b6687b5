import type { Actor } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { Privilege } from '../application/privilege.ts';
import type { AdministratorErrorCode } from './administrator-error.ts';
import { roles as table, type Role } from './role.ts';

/** Who decides about administrators. */
export interface Appointer {
  readonly actor: Actor;
  /** What they may do themselves. */
  readonly held: readonly Privilege[];
}

/**
 * Whoever appoints administrators must not become root by it: nobody decides about themselves, and the role root is given and taken
 * by those who may all that it allows.
 *
 * @param roles that somebody would get or lose
 * @throws DomainError `own_roles_stay`, `privilege_not_held`
 */
export function assertMayDecide({ actor, held }: Appointer, sub: string, roles: readonly Role[]): void {
  if (actor.kind === 'person' && actor.id === sub) throw new DomainError<AdministratorErrorCode>('own_roles_stay');
  const mayAll = table.root.every((each) => held.includes(each));
  if (roles.includes('root') && !mayAll) throw new DomainError<AdministratorErrorCode>('privilege_not_held');
}
