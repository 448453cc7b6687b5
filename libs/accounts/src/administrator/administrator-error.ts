/** `last_root_stays`: somebody has to be able to let others in again. */
export type AdministratorErrorCode =
  | 'administrator_unknown'
  | 'administrator_exists'
  | 'administrator_changed_meanwhile'
  | 'roles_invalid'
  | 'last_root_stays'
  | 'entry_link_invalid';
