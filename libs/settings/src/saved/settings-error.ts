/** The codes of DomainErrors that this room throws. */
export type SettingsErrorCode =
  | 'settings_changed_meanwhile'
  | 'settings_invalid'
  | 'settings_unavailable'
  | 'settings_version_unknown'
  | 'conf_invalid'
  | 'method_not_ready'
  | 'first_factor_needed';
