/** Why nobody was signed in; a page says it in words. */
export type SignInErrorCode =
  | 'sign_in_over' // unknown, used before, too late, or begun in another browser
  | 'sign_in_given_up'
  | 'sign_in_failed'
  | 'factor_missing'
  | 'identity_provider_unavailable';
