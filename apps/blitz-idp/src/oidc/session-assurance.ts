import { acr, trustedBrowserAmr, type Level } from '@blitz/factors';

/** What a session of the browser has been through. */
export interface SessionFactors {
  readonly acr?: string | undefined;
  readonly amr?: readonly string[] | undefined;
}

/**
 * Is the session enough? A trusted browser stands in for the second factor where the administrator or the account asks for
 * it, but not where the application itself asks for two factors.
 */
export function isEnough(session: SessionFactors, required: Level, requested: Level): boolean {
  if (session.acr === acr.twoFactors || required === 1) return true;
  return requested === 1 && (session.amr ?? []).includes(trustedBrowserAmr);
}
