/** A browser that was sent to blitz-idp, until it comes back. */
export interface SignInAttempt {
  /** OpenID Connect Core, 3.1.2.1 */
  readonly nonce: string;
  /** RFC 7636 */
  readonly codeVerifier: string;
  /** Where in blitz-console the person wanted to be. */
  readonly to: string;
  /** The person was asked to prove once more who they are. */
  readonly fresh: boolean;
  readonly startedAt: number;
}

/** A login at blitz-idp may take as long. */
export const signInAttemptMs = 40 * 60_000;
