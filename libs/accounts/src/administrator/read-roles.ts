import { DomainError } from '@blitz/kernel';
import type { AdministratorErrorCode } from './administrator-error.ts';
import { isRole, roleNames, type Role } from './role.ts';

/** Each once, in the order of the table. @throws DomainError `roles_invalid` for anything but a list of at least one role */
export function readRoles(wanted: unknown): readonly Role[] {
  const asked: unknown[] = Array.isArray(wanted) ? wanted : [];
  if (asked.length === 0 || asked.length > roleNames.length || !asked.every(isRole)) {
    throw new DomainError<AdministratorErrorCode>('roles_invalid', { expected: `some of ${roleNames.join(', ')}` });
  }
  return roleNames.filter((each) => asked.includes(each));
}
