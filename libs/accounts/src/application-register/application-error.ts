/**
 * What the register of applications can refuse. `application_refused` says field by field why (see `ApplicationRefused`),
 * `privilege_not_held` names the first of the `privileges` in question.
 */
export type ApplicationErrorCode =
  | 'application_refused'
  | 'application_exists'
  | 'application_unknown'
  | 'application_changed'
  | 'application_without_secret'
  | 'privilege_not_held';
