import { privileges, type Privilege } from '../application/privilege.ts';

/** What administrators are, in the vendor's words, and what each of them may do: nowhere else is it said. */
export const roles = {
  root: privileges,
  security: ['w_admin', 'r_audit'],
  sysadmin: ['w_system'],
  app_admin: ['w_app'],
  ui_admin: ['w_ui'],
  support: ['w_user', 'r_audit'],
} as const satisfies Record<string, readonly Privilege[]>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

export function isRole(text: unknown): text is Role {
  return roleNames.some((each) => each === text);
}

/** All that somebody with these roles may do, in the order of `privileges`. */
export function privilegesOf(held: readonly Role[]): readonly Privilege[] {
  const granted = new Set<Privilege>(held.flatMap((role) => roles[role]));
  return privileges.filter((each) => granted.has(each));
}
