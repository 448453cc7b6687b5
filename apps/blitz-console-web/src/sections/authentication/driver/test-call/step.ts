interface OfRound {
  readonly round: number;
}

/** What happens in a test call: see docs/admin-api.md. Secrets and digits are masked by the server. */
export type Step =
  | (OfRound & { readonly kind: 'request'; readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string })
  | (OfRound & { readonly kind: 'response'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly tookMs: number })
  | (OfRound & { readonly kind: 'no_response'; readonly fault: string; readonly message: string; readonly tookMs: number })
  | (OfRound & { readonly kind: 'log'; readonly lines: readonly string[] })
  | End;

export type End =
  | { readonly kind: 'end'; readonly outcome: 'placed'; readonly digits: number; readonly enough: boolean }
  | { readonly kind: 'end'; readonly outcome: 'provider_keeps_code' }
  | { readonly kind: 'end'; readonly outcome: 'failed'; readonly code: string; readonly message: string; readonly details: Readonly<Record<string, string>>; readonly surelyNoCall: boolean; readonly line?: number; readonly column?: number };
