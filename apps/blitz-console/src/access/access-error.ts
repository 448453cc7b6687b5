/** Why a request is not let in. */
export type AccessErrorCode =
  | 'authentication_required'
  | 'token_invalid'
  | 'privilege_missing'
  | 'keys_unavailable'
  | 'forgery_suspected'
  | 'reauthentication_required';
