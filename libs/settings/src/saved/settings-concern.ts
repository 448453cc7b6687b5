import type { SavedProblem } from './saved-settings.ts';

/** Something an operator should know about although the service goes on. */
export type SettingsConcern =
  | { readonly what: 'saved_value_ignored'; readonly version: number; readonly problem: SavedProblem }
  | { readonly what: 'reload_failed' | 'announcement_failed' | 'listener_failed' | 'stop_failed'; readonly cause: unknown };
