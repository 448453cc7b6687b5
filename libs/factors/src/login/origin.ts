/** Where a request came from: what an event says about it. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
  readonly correlationId: string;
  readonly clientId?: string;
}
