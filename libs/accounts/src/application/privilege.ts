/** What somebody may do in blitz-console, in the vendor's words. `w_` changes, `r_` only reads. */
export const privileges = ['w_admin', 'r_audit', 'w_system', 'w_app', 'w_ui', 'w_user'] as const;

export type Privilege = (typeof privileges)[number];

export function isPrivilege(text: unknown): text is Privilege {
  return privileges.some((each) => each === text);
}
