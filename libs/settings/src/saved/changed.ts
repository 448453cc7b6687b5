import type { SavedSettings } from './saved-settings.ts';

/** What is saved after a change: `null` takes a key back to the file. */
export function changed(before: SavedSettings, changes: SavedSettings): SavedSettings {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}
