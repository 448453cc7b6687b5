import type { Language } from './language.ts';

/** What every page knows, whatever it is about. */
export interface Frame {
  readonly language: Language;
  /** Path and query under which this page can be got again: for the language switch and for reloading. */
  readonly path: string;
  /** Anti-forgery token; every form carries it. */
  readonly csrf?: string;
  /** The application that the person logs in to, as it calls itself: hostile until proven otherwise. */
  readonly applicationName?: string;
  /** Who logs in, once that is known to the person too. */
  readonly displayName?: string;
  readonly recoveryUrl?: string;
}

/** A way to prove who one is, as a page offers it. */
export interface Method {
  readonly name: string;
  readonly href: string;
  readonly hint?: string;
}
