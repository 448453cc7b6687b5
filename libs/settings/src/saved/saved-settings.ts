/** What the console saved: schema key → JSON value. Untrusted: an older or newer version may have written it. */
export type SavedSettings = Readonly<Record<string, unknown>>;

/** A saved key that can't be used. */
export interface SavedProblem {
  readonly key: string;
  readonly expected: string;
  readonly found?: string;
}
