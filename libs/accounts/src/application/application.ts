/** A program that lets people log in here through OpenID Connect. */
export interface Application {
  readonly clientId: string;
  /** Client metadata as OpenID Connect Dynamic Client Registration names it, without the secret. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Rests encrypted. Public clients have none. */
  readonly secret?: string;
}
