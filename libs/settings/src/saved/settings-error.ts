/** The codes of DomainErrors that this room throws. */
export type SettingsErrorCode = 'settings_changed_meanwhile' | 'settings_invalid' | 'settings_unavailable';
