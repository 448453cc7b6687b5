/** What this room can refuse. `hashing_busy` carries `retryAfterSec`, the lengths of a password `least` and `most`. */
export type AccountErrorCode =
  | 'account_unknown'
  | 'account_invalid'
  | 'login_invalid'
  | 'login_taken'
  | 'attributes_invalid'
  | 'application_invalid'
  | 'password_too_short'
  | 'password_too_long'
  | 'password_invalid'
  | 'hashing_busy';
