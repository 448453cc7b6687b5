/**
 * `last_root_stays`: somebody has to be able to let others in again. `own_roles_stay`: nobody decides about themselves.
 * `privilege_not_held`: the role root is given and taken by those who may all that it allows.
 */
export type AdministratorErrorCode =
  | 'administrator_unknown'
  | 'administrator_exists'
  | 'administrator_changed_meanwhile'
  | 'roles_invalid'
  | 'last_root_stays'
  | 'own_roles_stay'
  | 'privilege_not_held'
  | 'entry_link_invalid';
