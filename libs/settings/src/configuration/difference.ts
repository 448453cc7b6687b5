import type { SavedSettings } from '../saved/saved-settings.ts';

/** A side is missing where nothing stood. */
export interface ValueDifference {
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Key by key, those first that stood there before. */
export function differences(before: SavedSettings, after: SavedSettings): readonly ValueDifference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !same(before[key], after[key]))
    .map((key) => ({ key, ...(key in before && { before: before[key] }), ...(key in after && { after: after[key] }) }));
}

/** As JSON values: the database keeps the names in an object in an order of its own. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
