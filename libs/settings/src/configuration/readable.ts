import type { Values } from '../schema/schema.ts';

const grouped = new Intl.NumberFormat('en');

/** Settings as the journal keeps them: it takes a long row of digits for a telephone number, and some durations are as long. */
export function readable(values: Values): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'number' && value >= 1e6 ? grouped.format(value) : (value as unknown)]));
}
