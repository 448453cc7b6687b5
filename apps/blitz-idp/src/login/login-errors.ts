/** What can be wrong with a request of a login, and the status that it is answered with. */
export const loginStatuses = {
  /** The browser sends no cookies: without them nothing can be bound to it. */
  cookies_missing: 400,
  /** Began in another browser, or its address was changed on the way. */
  login_foreign: 400,
  /** Finished, given up, or too long ago. */
  login_over: 410,
  /** The form is not from a page of ours, or of another step. */
  form_foreign: 403,
  form_invalid: 400,
  phone_missing: 409,
  hashing_busy: 503,
  queue_unavailable: 503,
  streams_too_many: 429,
  account_unknown: 404,
  challenge_unknown: 400,
} as const;

export type LoginErrorCode = keyof typeof loginStatuses;
