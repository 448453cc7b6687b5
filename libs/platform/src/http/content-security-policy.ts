export type Directives = Readonly<Record<string, string>>;

/**
 * Everything comes from our own files, and nothing is inline.
 *
 * `form-action`: Chromium applies it not only to where a form is sent, but to every redirect that follows. A login ends in
 * POST (our form) → 303 → … → 303 to the application, so with `form-action 'self'` the person would be stuck on the last
 * page. Pages of a login that may end in an application name its origin with `allowFormTargets`, or leave the directive out
 * (`omitFormAction`) where the target can't be known when the page is made; `base-uri 'none'` and the escaping of
 * templates are then what keeps forms from being sent elsewhere.
 */
const strict: Directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** @param changes directives to add or replace; an empty text takes one out. */
export function contentSecurityPolicy(changes: Directives = {}): string {
  return Object.entries({ ...strict, ...changes })
    .filter(([, sources]) => sources !== '')
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
