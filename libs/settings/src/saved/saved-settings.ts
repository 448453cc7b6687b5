import type { Text } from '../schema/text.ts';

/** What the console saved: schema key → JSON value. Untrusted: an older or newer version may have written it. */
export type SavedSettings = Readonly<Record<string, unknown>>;

/** A saved key that can't be used. */
export interface SavedProblem {
  readonly key: string;
  readonly expected: string;
  /** The same in every language of the pages. */
  readonly text: Text;
  readonly found?: string;
}
