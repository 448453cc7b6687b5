/** A browser that proved both factors of an account once, and is asked for one only until a time. */
export interface TrustedBrowser {
  readonly id: string;
  readonly sub: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** At this moment the trust is over. */
  readonly expiresAt: number;
  readonly userAgent: string;
  readonly address: string;
}
