/** A browser that is logged in. */
export interface Session {
  /** Its name, which opens nothing: what the browser holds is another. */
  readonly id: string;
  /** When its first factor was proved. Milliseconds since the epoch, as all times here. */
  readonly begunAt: number;
  readonly lastUsedAt: number;
  /** Unless it is used again. */
  readonly expiresAt: number;
  /** Where it was used last. */
  readonly address: string;
  readonly userAgent: string;
  /** The client ids of the applications that were entered with it. */
  readonly applications: readonly string[];
}
