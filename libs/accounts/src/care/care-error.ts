/** Why a person can't be helped so. */
export type CareErrorCode = 'administrator_protected' | 'browser_unknown' | 'session_unknown';
